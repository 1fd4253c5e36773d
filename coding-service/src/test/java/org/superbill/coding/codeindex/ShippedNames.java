package org.superbill.coding.codeindex;

import java.util.function.Consumer;

/** The shipped index as names of codes, without a database. */
public final class ShippedNames {
    private ShippedNames() {}

    public static void each(Consumer<IndexNames.IndexName> consumer) {
        for (var shipped : ShippedIndex.all()) {
            IndexNames.names(shipped.table(), shipped.read()).forEach(consumer);
        }
    }
}
