package org.superbill.x12;

import org.superbill.x12.guide.Guide;

/** A whole transaction set with typed accessors, ST to SE. When it is built, it has neither: the writer makes them. */
public interface TypedTransaction extends TypedLoop {
    Guide guide();

    /** The root of a transaction set, which must follow this guide. @throws IllegalArgumentException when it does not */
    static Loop root(Transaction transaction, Guide guide) {
        if (transaction.set().guide() != guide) {
            throw new IllegalArgumentException("Transaction set %s %s is no %s of %s"
                    .formatted(transaction.set().code(), transaction.set().version(), guide.id(), guide.versions()));
        }
        return transaction.root();
    }
}
