/**
 * The command line: one class a command, which translates flags to calls of the API and prints what
 * comes back, nothing more.
 *
 * <p>{@link dev.rapporteur.cli.Main} holds what all commands share: exit status, messages, colours,
 * version. Everything may be used from here and nothing depends on it.
 */
package dev.rapporteur.cli;
