package org.superbill.patient.encounter;

/** A number with its noun, for sentences that people read. */
final class Counted {
    private Counted() {}

    static String of(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
