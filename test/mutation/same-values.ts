import { configureGlobal } from "fast-check";

// By chance a change would be noticed today and missed tomorrow.
configureGlobal({ seed: 1 });
