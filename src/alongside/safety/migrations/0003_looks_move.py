from django.db import migrations
from django.utils.timezone import localdate

KEPT = ('id', 'area_id', 'person_id', 'what', 'what_id', 'why', 'at')


def there(apps, _schema_editor):
    new = apps.get_model('people', 'Look')
    old = apps.get_model('safety', 'Look').objects.order_by('at').values(*KEPT)
    rows = (new(**row, on=localdate(row['at'])) for row in old.iterator())
    new.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


def back(apps, _schema_editor):
    old = apps.get_model('safety', 'Look')
    new = apps.get_model('people', 'Look').objects.values(*KEPT)
    old.objects.bulk_create((old(**row) for row in new.iterator()), batch_size=500)


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_look'),
        ('safety', '0002_draft_file'),
    ]

    operations = [
        migrations.RunPython(there, back),
        migrations.DeleteModel(name='Look'),
    ]
