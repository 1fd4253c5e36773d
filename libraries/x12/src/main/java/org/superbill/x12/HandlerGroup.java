package org.superbill.x12;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes everything on to each of its handlers. */
record HandlerGroup(List<X12Handler> handlers) implements X12Handler {
    @Override
    public void startInterchange(Interchange interchange) {
        handlers.forEach(handler -> handler.startInterchange(interchange));
    }

    @Override
    public void interchangeAcknowledgment(Interchange interchange, InterchangeAcknowledgment acknowledgment) {
        handlers.forEach(handler -> handler.interchangeAcknowledgment(interchange, acknowledgment));
    }

    @Override
    public void startGroup(FunctionalGroup group) {
        handlers.forEach(handler -> handler.startGroup(group));
    }

    @Override
    public void startTransaction(TransactionSet set) {
        handlers.forEach(handler -> handler.startTransaction(set));
    }

    @Override
    public void unit(Unit unit) {
        handlers.forEach(handler -> handler.unit(unit));
    }

    @Override
    public void endTransaction(Transaction transaction) {
        handlers.forEach(handler -> handler.endTransaction(transaction));
    }

    @Override
    public void endGroup(FunctionalGroup group, @Nullable Segment trailer) {
        handlers.forEach(handler -> handler.endGroup(group, trailer));
    }

    @Override
    public void endInterchange(Interchange interchange, @Nullable Segment trailer) {
        handlers.forEach(handler -> handler.endInterchange(interchange, trailer));
    }

    @Override
    public void error(X12Error error) {
        handlers.forEach(handler -> handler.error(error));
    }
}
