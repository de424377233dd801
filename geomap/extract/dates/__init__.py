"""Words that say when, in English and Arabic, and the days that they mean; of a text alone, no event is known yet."""
