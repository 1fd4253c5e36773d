package org.superbill.x12.cli;

import org.superbill.x12.X12Error;
import org.superbill.x12.X12Error.Level;
import org.superbill.x12.X12Reader;
import org.superbill.x12.check.Checker;
import org.superbill.x12.check.SnipLevel;

/** The one place where the commands meet the checking of a file. */
final class Checking {
    static final int DEEPEST = 5;

    private Checking() {}

    /** @param snip checks of levels 1 to this one */
    static X12Reader reader(X12Reader reader, int snip) {
        return Checker.upTo(SnipLevel.of(snip)).checking(reader);
    }

    static boolean isWarning(X12Error error) {
        return error.isWarning();
    }

    /** The SNIP level that an error belongs to. */
    static int level(X12Error error) {
        return error.snip();
    }

    /** Whether something of the file was left out because of the error, so that it is not in what is made from the file. */
    static boolean isLoss(X12Error error) {
        return switch (error.level()) {
            case INTERCHANGE ->
                error.code().equals("022")
                        || error.code().equals("023")
                        || error.code().equals("024");
            case SEGMENT -> error.code().equals("8") || error.message().contains("would have to be kept");
            case GROUP, TRANSACTION, ELEMENT -> false;
        };
    }

    /** The acknowledgment's element whose code list an error's code is of. */
    static String codeList(Level level) {
        return switch (level) {
            case INTERCHANGE -> "TA105";
            case GROUP -> "AK905";
            case TRANSACTION -> "IK502";
            case SEGMENT -> "IK304";
            case ELEMENT -> "IK403";
        };
    }
}
