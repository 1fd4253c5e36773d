package org.superbill.x12.check;

import java.util.ArrayList;
import java.util.List;

/**
 * One case of {@code rules.txt}.
 *
 * @param broken the changes that break the rule
 * @param left the changes that do not
 */
record RuleCase(String rule, String example, List<Change> broken, List<String> told, List<Change> left) {

    /** @param behind the line stays, and the new lines come behind it */
    record Change(String line, boolean behind, List<String> put) {
        private List<String> applyTo(List<String> body) {
            int at = body.indexOf(line);
            if (at < 0) {
                throw new IllegalStateException("No line " + line);
            }
            var changed = new ArrayList<>(body);
            if (behind) {
                at++;
            } else {
                changed.remove(at);
            }
            changed.addAll(at, put);
            return changed;
        }
    }

    static List<RuleCase> all() {
        var cases = new ArrayList<RuleCase>();
        RuleCase open = null;
        List<Change> changes = new ArrayList<>();
        for (var line : Examples.read("rules.txt").lines().toList()) {
            var rest = line.length() > 2 ? line.substring(2) : "";
            if (line.startsWith("rule ")) {
                open = new RuleCase(line.substring(5), "", new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
                cases.add(open);
                changes = open.broken;
            } else if (open != null && line.startsWith("in ")) {
                open = new RuleCase(open.rule, line.substring(3), open.broken, open.told, open.left);
                cases.set(cases.size() - 1, open);
            } else if (line.startsWith("- ")) {
                changes.add(new Change(rest, false, new ArrayList<>()));
            } else if (line.startsWith("> ")) {
                changes.add(new Change(rest, true, new ArrayList<>()));
            } else if (line.startsWith("+ ")) {
                changes.get(changes.size() - 1).put.add(rest);
            } else if (open != null && line.startsWith("tells ")) {
                open.told.add(line.substring(6));
            } else if (open != null && line.equals("leaves")) {
                changes = open.left;
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IllegalStateException("Not understood: " + line);
            }
        }
        return cases;
    }

    String brokenFile() {
        return file(broken);
    }

    String leftFile() {
        return file(left);
    }

    private String file(List<Change> changes) {
        var body = Examples.read(example).lines().toList();
        for (var change : changes) {
            body = change.applyTo(body);
        }
        return Examples.file(example, String.join("\n", body));
    }
}
