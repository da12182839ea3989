/** What `--help` prints. */
export const USAGE = `hermes-achievements: your Hermes Agent history as collectible badges

Usage: hermes-achievements COMMAND [options]

Commands
  scan [--full]                     read what is new in the history (--full: everything again)
  list [--state S] [--category C]   the badges as a table
       [--sort K] [--limit N]         S: unlocked, discovered, secret
                                      K: nearest, tier, name, progress, recent
  show BADGE                        one badge, by name or ID: criteria, ladder, evidence
  session ID                        the badges that one session alone would earn
  export --format F [--output FILE] F: json, markdown, svg; without FILE, or with -, to stdout
         [--state S]
  status                            age of the figures, last scan, errors, what is remembered;
                                    starts nothing
  forget --deleted --yes            forget the sessions that Hermes has deleted; unlocks stay
  reset --yes                       forget unlocks; what is remembered of sessions stays
  sample --output DIR               write a made-up Hermes home to try things on
         [--sessions N] [--seed S]

Options of every command
  --home DIR                        the Hermes home (else HERMES_HOME, else the usual place)
  --profile NAME                    a profile of it (else the one Hermes uses)
  --history lifetime|dashboard      lifetime: what really happened, each thing once, also what Hermes
                                    has deleted since; dashboard: what your Hermes dashboard shows
  --json                            only JSON on stdout
  --no-save                         write nothing

Exit codes: 0 done, 1 could not be done (one line on stderr says why), 2 wrong usage
`;
