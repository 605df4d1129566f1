"""Pictures of every state of the window in every size, theme and language, and what is wrong in
them: `python -m tests.shots --out DIR`."""
