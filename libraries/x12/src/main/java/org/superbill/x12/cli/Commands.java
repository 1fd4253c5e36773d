package org.superbill.x12.cli;

import org.jspecify.annotations.Nullable;
import org.superbill.x12.X12Error;

/** What the commands say alike. */
final class Commands {
    private Commands() {}

    /** The command line sets it before a command runs. */
    static Main main(@Nullable Main main) {
        if (main == null) {
            throw new IllegalStateException("The command does not run by itself");
        }
        return main;
    }

    /** 1.1.2.18: the how-manieth interchange, group, transaction set and segment, as far as they apply. */
    static String place(X12Error error) {
        var place = new StringBuilder().append(error.interchange());
        if (error.group() > 0) {
            place.append('.').append(error.group());
        }
        if (error.transaction() > 0) {
            place.append('.').append(error.transaction()).append('.').append(error.segment());
        }
        return place.toString();
    }

    /** @return the exit code of a command that made something of a file */
    static int outcome(Main main, int interchanges, @Nullable X12Error loss) {
        if (interchanges == 0) {
            main.err().println("x12: unreadable, there is no interchange in the file");
            return Main.UNREADABLE;
        }
        if (loss != null) {
            main.err()
                    .printf(
                            "x12: something of the file is left out, first at %s%s: %s%n",
                            place(loss), loss.place().isEmpty() ? "" : " " + loss.place(), loss.message());
            return Main.FAULTS;
        }
        return Main.GOOD;
    }
}
