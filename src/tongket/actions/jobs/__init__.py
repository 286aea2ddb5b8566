"""What runs beside the pages: jobs of the queue on the database, done by `python -m django db_worker`.

`reading` reads what came into an inbox, `recurring` looks for mail and into watched folders again and again (`turns`).
`retries` says when a job that failed for a passing reason is tried again; what fails for good is a dead letter
(`dead_letters`): a person sees it with its reason and may have it tried again. `recover` lets jobs whose worker
was killed begin anew.
"""
