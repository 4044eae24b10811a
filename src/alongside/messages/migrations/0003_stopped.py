from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("messages", "0002_waits_since")]

    operations = [
        migrations.CreateModel(
            name="Stopped",
            fields=[
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("email", "E-mail"),
                            ("text", "Text message"),
                            ("call", "Phone call"),
                            ("letter", "Letter"),
                            ("link", "A secret link"),
                        ],
                        max_length=10,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("since", models.DateField()),
            ],
        ),
    ]
