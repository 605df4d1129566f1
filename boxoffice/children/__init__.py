"""Child processes of ours: what may hang or burn runs there, within a time, never in the window.

`starting` says how the program starts itself again, `kept` asks such a process and ends it at its
deadline, `messages` is what goes between the two, and `serving` is the child's side. What runs
there is in the modules `..._child`: they alone print, and decode what others drew.
"""
