package org.superbill.coding.codesystem;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The spans of one code system for the index and the facts, which are both made of them when a release is activated: read once, by the first one, while the other waits;
 * in memory no longer than somebody works on them.
 */
final class SharedSpans {
    private List<CodeRelease> releases = List.of();
    private WeakReference<List<CodeSpan>> spans = new WeakReference<>(null);

    /** @param of what the spans are made of @param read gives them one by one */
    synchronized List<CodeSpan> of(List<CodeRelease> of, Consumer<Consumer<CodeSpan>> read) {
        var known = spans.get();
        if (known != null && releases.equals(of)) {
            return known;
        }
        var fresh = new ArrayList<CodeSpan>();
        read.accept(fresh::add);
        releases = of;
        spans = new WeakReference<>(fresh);
        return fresh;
    }
}
