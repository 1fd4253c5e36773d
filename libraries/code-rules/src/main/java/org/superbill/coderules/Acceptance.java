package org.superbill.coderules;

/**
 * Two codes that an Excludes1 note keeps apart and that a coder reports together, because the conditions are unrelated. Source: ICD-10-CM Official Guidelines,
 * section I.A.12.a. It counts only where the {@link Policy} allows it.
 *
 * @param one stored form; the order of the two does not matter
 */
public record Acceptance(String one, String other) {
    boolean covers(String a, String b) {
        return (one.equals(a) && other.equals(b)) || (one.equals(b) && other.equals(a));
    }
}
