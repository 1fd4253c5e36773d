package org.superbill.billing.x12file;

/** Whether all groups of a file are remittances (GS01 is HP): such a file is read claim by claim, and may be of any size. Pure. */
final class RemittancesOnly {
    private static final int ISA = 106;

    private RemittancesOnly() {}

    /** Looks at the start of each segment; a file without a group has none. */
    static boolean of(byte[] file) {
        var groups = 0;
        var at = 0;
        var terminator = -1;
        while (at < file.length) {
            if (file[at] == '\r' || file[at] == '\n') {
                at++;
                continue;
            }
            if (startsWith(file, at, "ISA") && at + ISA <= file.length) {
                terminator = file[at + ISA - 1];
            } else if (startsWith(file, at, "GS")) {
                if (!startsWith(file, at + 3, "HP")) {
                    return false;
                }
                groups++;
            }
            while (at < file.length && file[at] != terminator) {
                at++;
            }
            at++;
        }
        return groups > 0;
    }

    private static boolean startsWith(byte[] file, int at, String text) {
        for (var i = 0; i < text.length(); i++) {
            if (at + i >= file.length || file[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
