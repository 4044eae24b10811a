from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_look'),
        ('promises', '0003_words_on'),
    ]

    operations = [
        migrations.AddField(
            model_name='promise',
            name='offered_by',
            field=models.CharField(blank=True, choices=[('lived', 'Those who live with it'), ('service', 'Those who work there')], max_length=10),
        ),
        migrations.AddConstraint(
            model_name='promise',
            constraint=models.CheckConstraint(condition=models.Q(('offered_by', ''), models.Q(('made_by', models.F('lived_owner')), ('offered_by', 'lived')), models.Q(('offered_by', 'service'), models.Q(('made_by', models.F('lived_owner')), _negated=True)), _connector='OR'), name='nobody_says_yes_to_their_own_offer', violation_error_message='Somebody of the other side has to say yes.'),
        ),
    ]
