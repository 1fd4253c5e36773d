package org.superbill.coding.codesystem;

import java.util.ArrayDeque;
import java.util.Deque;
import org.superbill.coding.codesystem.CodeSystem.Nesting;

/** Finds the header above each code: in ICD-10 the longest code before it that it begins with, elsewhere what the row says. The rows come in the order of their release. */
final class Hierarchy {
    private final CodeSystem system;
    private final Deque<String> open = new ArrayDeque<>();

    Hierarchy(CodeSystem system) {
        this.system = system;
    }

    CodeRow place(CodeRow row) {
        if (system.nesting() != Nesting.BY_PREFIX) {
            return row;
        }
        while (!open.isEmpty() && !row.code().startsWith(open.getLast())) {
            open.removeLast();
        }
        var placed = row.under(open.peekLast());
        open.addLast(row.code());
        return placed;
    }
}
