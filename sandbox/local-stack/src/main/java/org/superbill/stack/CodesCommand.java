package org.superbill.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.superbill.stack.CodeReleaseClient.Wanted;

/** {@code superbill codes}: shows, loads, activates and takes back code systems of the running system. */
final class CodesCommand {
    static final String USAGE = """
            superbill codes … [--state DIR]                       of what runs on that state
            superbill codes                                       shows the code systems of the running system
            superbill codes load FILE... [--preview] [--activate [--accept-deletions]] [--release LABEL] [--from DATE]
                                                                  loads official files as published, and says what they change; one that would delete more
                                                                  than a tenth of what is in force may be cut off, and is activated only with --accept-deletions
            superbill codes load SYSTEM RELEASE FROM FILE.csv     loads code,display,billable as the release in force from that date
            superbill codes activate SYSTEM RELEASE               puts a loaded release in force; also of a table for edits
            superbill codes rollback SYSTEM RELEASE               takes a loaded release back; also of a table for edits, of a table of the index
                                                                  (drugs), or of a kind of facts or of replacements (icd-10-cm-poa-exempt)""";

    private static final String FOR_BILLING = "code-file-not-here";
    private static final String UNKNOWN = "code-file-unknown";
    private static final String UNKNOWN_TABLE = "edit-table-file-unknown";
    private static final String NO_SYSTEM = "code-system-not-found";
    private static final String NO_RELEASE = "code-release-not-found";

    private static final int CODES_SHOWN = 8;
    private static final int OWN_TABLE = 4;
    private static final double MEGABYTE = 1e6;

    private final CodeReleaseClient client;
    private final EditTableCommand tables;
    private final PrintStream out;

    CodesCommand(CodeReleaseClient client, PrintStream out) {
        this.client = client;
        this.tables = new EditTableCommand(client, out);
        this.out = out;
    }

    /** The arguments are none of those that {@link #USAGE} shows. */
    static final class WrongUse extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** @throws StackException when something was refused; what could be loaded is loaded */
    void run(Queue<String> arguments) {
        if (arguments.isEmpty()) {
            out.println(client.systems().toPrettyString());
            return;
        }
        switch (arguments.remove()) {
            case "load" -> load(List.copyOf(arguments));
            case "activate" -> {
                requireTwo(arguments);
                activate(arguments.remove(), arguments.remove());
            }
            case "rollback" -> {
                requireTwo(arguments);
                rollBack(arguments.remove(), arguments.remove());
            }
            default -> throw new WrongUse();
        }
    }

    private void activate(String system, String release) {
        try {
            tell("in force", client.activate(system, release));
        } catch (GatewayClient.Refused e) {
            requireProblem(e, NO_SYSTEM);
            tables.activate(system, release);
        }
    }

    private void rollBack(String system, String release) {
        try {
            tell("taken back", client.rollBack(system, release));
        } catch (GatewayClient.Refused e) {
            requireProblem(e, NO_SYSTEM, NO_RELEASE);
            if (NO_RELEASE.equals(e.problem())) {
                rollBackWaiting(system, release, e);
            } else if (client.rollBackKind(system, release)) {
                out.printf("  %s %s is taken back%n", system, release);
            } else {
                tables.rollBack(system, release);
            }
        }
    }

    /** What is no release yet may be the first of its two files. */
    private void rollBackWaiting(String system, String release, GatewayClient.Refused noRelease) {
        try {
            client.rollBackWaiting(system, release);
            out.printf("  what waited for the other half of %s %s is taken back%n", system, release);
        } catch (GatewayClient.Refused e) {
            requireProblem(e, NO_RELEASE);
            throw noRelease;
        }
    }

    private static void requireProblem(GatewayClient.Refused refused, String... problems) {
        if (!List.of(problems).contains(refused.problem())) {
            throw refused;
        }
    }

    private static void requireTwo(Queue<String> arguments) {
        if (arguments.size() != 2) {
            throw new WrongUse();
        }
    }

    private void load(List<String> arguments) {
        if (arguments.size() == OWN_TABLE
                && !Files.exists(Path.of(arguments.get(0)))
                && !arguments.get(0).startsWith("--")) {
            loadOwnTable(arguments);
            return;
        }
        var options = Options.of(arguments);
        var refused = new ArrayList<String>();
        for (var file : options.files()) {
            try {
                load(file, options);
            } catch (GatewayClient.Refused e) {
                out.printf("%s: %s%n", file.getFileName(), e.inWords());
                refused.add(file.getFileName().toString());
            } catch (StackException e) {
                out.printf("%s: %s%n", file.getFileName(), e.getMessage());
                refused.add(file.getFileName().toString());
            } catch (IOException e) {
                out.printf("%s: cannot be read%n", file);
                refused.add(file.toString());
            }
        }
        if (!refused.isEmpty()) {
            throw new StackException("%d of %d files were not loaded: %s"
                    .formatted(refused.size(), options.files().size(), String.join(", ", refused)));
        }
    }

    private void loadOwnTable(List<String> arguments) {
        try {
            var system = arguments.get(0);
            var release = arguments.get(1);
            client.loadCsv(system, release, arguments.get(2), Files.readAllBytes(Path.of(arguments.get(3))));
            tell("in force", client.activate(system, release));
        } catch (IOException e) {
            throw new StackException("The file %s cannot be read".formatted(arguments.get(3)), e);
        }
    }

    private void load(Path file, Options options) throws IOException {
        out.printf(Locale.ROOT, "%s: sending %.1f MB%n", file.getFileName(), Files.size(file) / MEGABYTE);
        try {
            loadCodes(file, options);
        } catch (GatewayClient.Refused e) {
            requireProblem(e, FOR_BILLING, UNKNOWN);
            loadTables(file, options, e);
        }
    }

    /** What coding-service does not take may be a table for edits, which billing-service does. */
    private void loadTables(Path file, Options options, GatewayClient.Refused refused) throws IOException {
        try {
            tables.load(file, options);
        } catch (GatewayClient.Refused e) {
            if (UNKNOWN_TABLE.equals(e.problem())) {
                throw refused;
            }
            throw e;
        }
    }

    private void loadCodes(Path file, Options options) throws IOException {
        var start = System.nanoTime();
        var preview = client.send(file, options.wanted(), true);
        out.printf(
                Locale.ROOT,
                "  %s, %,d rows, looked through in %.1f s%n",
                preview.path("kind").asText(),
                preview.path("rows").asInt(),
                seconds(start));
        preview.path("releases").forEach(this::preview);
        if (preview.path("releases").isEmpty()) {
            counts("  ", preview);
        }
        if (preview.hasNonNull("note")) {
            out.printf("  %s%n", preview.path("note").asText());
        }
        if (preview.hasNonNull("doubt")) {
            out.printf("  in doubt: %s%n", preview.path("doubt").asText());
        }
        if (options.preview()) {
            return;
        }
        options.requireNoDoubt(preview.hasNonNull("doubt"));
        if (!preview.path("changed").asBoolean()) {
            out.println("  was loaded before: nothing changes");
        } else {
            start = System.nanoTime();
            client.send(file, options.wanted(), false);
            out.printf(Locale.ROOT, "  loaded in %.1f s%n", seconds(start));
        }
        activate(preview, options.activate());
    }

    private void activate(JsonNode outcome, boolean wanted) {
        for (var release : outcome.path("releases")) {
            if (release.path("active").asBoolean()) {
                continue;
            }
            var system = release.path("system").asText();
            var label = release.path("release").asText();
            if (wanted) {
                tell("in force", client.activate(system, label));
            } else {
                out.printf("  not in use until it is activated: ./superbill codes activate %s %s%n", system, label);
            }
        }
    }

    private void preview(JsonNode release) {
        out.printf(
                Locale.ROOT,
                "  %s %s from %s, %,d codes%s:",
                release.path("system").asText(),
                release.path("release").asText(),
                release.path("effectiveFrom").asText(),
                release.path("codes").asInt(),
                release.hasNonNull("comparedWith")
                        ? " against " + release.path("comparedWith").asText()
                        : "");
        counts("", release);
        for (var kind : List.of("added", "revised", "deleted")) {
            var codes = StreamSupport.stream(release.path("changes").path(kind).spliterator(), false)
                    .limit(CODES_SHOWN)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(" "));
            if (!codes.isEmpty()) {
                out.printf("    %-8s %s%s%n", kind, codes, release.path(kind).asInt() > CODES_SHOWN ? " ..." : "");
            }
        }
    }

    private void counts(String indent, JsonNode outcome) {
        out.printf(
                Locale.ROOT,
                "%s %,d added, %,d revised, %,d deleted%n",
                indent,
                outcome.path("added").asInt(),
                outcome.path("revised").asInt(),
                outcome.path("deleted").asInt());
    }

    private void tell(String what, JsonNode release) {
        out.printf(
                "  %s %s from %s is %s%n",
                release.path("system").asText(),
                release.path("release").asText(),
                release.path("effectiveFrom").asText(),
                what);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** What stands after {@code codes load}. */
    record Options(List<Path> files, Wanted wanted, boolean preview, boolean activate, boolean acceptDeletions) {
        /** @throws StackException when a file that may be cut off would be put in use in the same step */
        void requireNoDoubt(boolean inDoubt) {
            if (inDoubt && activate && !acceptDeletions) {
                throw new StackException(
                        "Nothing was loaded: the file may be cut off. If it is whole, say so with --accept-deletions");
            }
        }

        static Options of(List<String> arguments) {
            var files = new ArrayList<Path>();
            var release = "";
            var from = "";
            var preview = false;
            var activate = false;
            var acceptDeletions = false;
            for (var i = 0; i < arguments.size(); i++) {
                switch (arguments.get(i)) {
                    case "--preview" -> preview = true;
                    case "--activate" -> activate = true;
                    case "--accept-deletions" -> acceptDeletions = true;
                    case "--release" -> release = value(arguments, ++i);
                    case "--from" -> from = value(arguments, ++i);
                    default -> files.add(Path.of(arguments.get(i)));
                }
            }
            if (files.isEmpty()
                    || files.stream().anyMatch(file -> file.toString().startsWith("--"))) {
                throw new WrongUse();
            }
            return new Options(files, new Wanted(release, from), preview, activate, acceptDeletions);
        }

        private static String value(List<String> arguments, int place) {
            if (place >= arguments.size()) {
                throw new WrongUse();
            }
            return arguments.get(place);
        }
    }
}
