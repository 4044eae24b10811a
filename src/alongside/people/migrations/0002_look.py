import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Look',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('what', models.CharField(choices=[('teller', 'who told us'), ('concern', 'what you were worried about'), ('way-back', 'how to reach you'), ('young', 'what a child or young person told us')], max_length=40)),
                ('what_id', models.UUIDField()),
                ('why', models.CharField(blank=True, max_length=300)),
                ('on', models.DateField()),
                ('at', models.DateTimeField()),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.area')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['what_id'], name='looks_at_one'), models.Index(fields=['person', 'at'], name='looks_of_one_person')],
                'constraints': [models.UniqueConstraint(fields=('person', 'what', 'what_id', 'why', 'on'), name='a_look_is_once_a_day')],
            },
        ),
    ]
