package org.superbill.x12.cli;

/** What cannot be done with a file, said to the user. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
        super(message);
    }
}
