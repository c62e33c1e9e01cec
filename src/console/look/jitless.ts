import { config } from "zod";

// The security policy forbids code made of text, which zod would otherwise try first.
config({ jitless: true });
