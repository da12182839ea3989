// A scan worker that ends without a word before anything is asked of it.
process.exit(3);
