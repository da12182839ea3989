/** Node's own start: milliseconds from the birth of the process to the first line of a program. */
process.stdout.write(JSON.stringify(performance.now()));
