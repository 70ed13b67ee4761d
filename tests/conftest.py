"""How properties are tried: the same cases every time, however slow the machine is."""

from hypothesis import settings

settings.register_profile("samspil", deadline=None, derandomize=True, database=None, max_examples=100)
settings.load_profile("samspil")
