package org.superbill.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** The part of {@code superbill codes} that concerns CMS's tables for the edits of claims, which billing-service keeps. */
final class EditTableCommand {
    private static final long A_TENTH = 10;

    private final CodeReleaseClient client;
    private final PrintStream out;

    EditTableCommand(CodeReleaseClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    /** Looks through the file, and unless it is only looked through loads it and, where wanted, puts it in use. */
    void load(Path file, CodesCommand.Options options) throws IOException {
        var start = System.nanoTime();
        var preview = client.sendTable(file, options.wanted(), true);
        out.printf(
                Locale.ROOT,
                "  tables for edits, %,d rows, looked through in %.1f s%n",
                preview.path("rows").asInt(),
                seconds(start));
        preview.path("releases").forEach(this::describe);
        var inDoubt = StreamSupport.stream(preview.path("releases").spliterator(), false)
                .anyMatch(EditTableCommand::isInDoubt);
        if (inDoubt) {
            out.println("  in doubt: more than a tenth of the rows in force would be deleted: is the file whole?");
        }
        if (options.preview()) {
            return;
        }
        options.requireNoDoubt(inDoubt);
        if (preview.path("changed").asBoolean()) {
            start = System.nanoTime();
            client.sendTable(file, options.wanted(), false);
            out.printf(Locale.ROOT, "  loaded in %.1f s%n", seconds(start));
        } else {
            out.println("  was loaded before: nothing changes");
        }
        preview.path("releases").forEach(release -> activate(release, options.activate()));
    }

    private static boolean isInDoubt(JsonNode release) {
        var deleted = release.path("deleted").asLong();
        var before = release.path("rows").asLong() - release.path("added").asLong() + deleted;
        return deleted * A_TENTH > before;
    }

    void activate(String table, String release) {
        tell("in use", client.activateTable(table, release));
    }

    void rollBack(String table, String release) {
        tell("taken back", client.rollBackTable(table, release));
    }

    private void describe(JsonNode release) {
        out.printf(
                Locale.ROOT,
                "  %s %s from %s, %s, %,d rows%s: %,d added, %,d revised, %,d deleted%n",
                release.path("table").asText(),
                release.path("release").asText(),
                release.path("effectiveFrom").asText(),
                release.path("part").asText(),
                release.path("rows").asInt(),
                release.hasNonNull("comparedWith")
                        ? " against " + release.path("comparedWith").asText()
                        : "",
                release.path("added").asInt(),
                release.path("revised").asInt(),
                release.path("deleted").asInt());
    }

    private void activate(JsonNode release, boolean wanted) {
        if (release.path("active").asBoolean()) {
            return;
        }
        var table = release.path("table").asText();
        var label = release.path("release").asText();
        if (!release.path("complete").asBoolean()) {
            out.printf("  %s %s: other parts of it are missing%n", table, label);
        } else if (wanted) {
            activate(table, label);
        } else {
            out.printf("  not in use until it is activated: ./superbill codes activate %s %s%n", table, label);
        }
    }

    private void tell(String what, JsonNode release) {
        out.printf(
                Locale.ROOT,
                "  %s %s from %s, %,d rows, is %s%n",
                release.path("table").asText(),
                release.path("release").asText(),
                release.path("effectiveFrom").asText(),
                release.path("rows").asInt(),
                what);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
