from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("messages", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="message",
            name="waits_since",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
