package org.superbill.x12;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Is told what a reader meets, in the order of the file. What it throws ends the reading. */
public interface X12Handler {
    default void startInterchange(Interchange interchange) {}

    /** A TA1, which answers an interchange that was sent earlier. */
    default void interchangeAcknowledgment(Interchange interchange, InterchangeAcknowledgment acknowledgment) {}

    default void startGroup(FunctionalGroup group) {}

    default void startTransaction(TransactionSet set) {}

    /** Streaming only. */
    default void unit(Unit unit) {}

    /** Comes also when the transaction set is broken off; its errors then say so. */
    default void endTransaction(Transaction transaction) {}

    /** @param trailer GE, null when it is missing */
    default void endGroup(FunctionalGroup group, @Nullable Segment trailer) {}

    /** @param trailer IEA, null when it is missing */
    default void endInterchange(Interchange interchange, @Nullable Segment trailer) {}

    /** Each error when it is found; those of a transaction set come again with {@link #endTransaction}. */
    default void error(X12Error error) {}

    /** Tells several handlers, one after the other. */
    static X12Handler all(X12Handler... handlers) {
        return new HandlerGroup(List.of(handlers));
    }
}
