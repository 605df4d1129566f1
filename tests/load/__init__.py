"""Many counters on one small house: how fast it goes, and whether every promise is kept."""
