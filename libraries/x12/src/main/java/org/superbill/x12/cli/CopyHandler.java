package org.superbill.x12.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.superbill.x12.FunctionalGroup;
import org.superbill.x12.Interchange;
import org.superbill.x12.InterchangeAcknowledgment;
import org.superbill.x12.Loop;
import org.superbill.x12.LoopPart;
import org.superbill.x12.PartHandler;
import org.superbill.x12.Segment;
import org.superbill.x12.TransactionSet;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12Writer;
import org.superbill.x12.guide.LoopUse;

/** Writes what is read again, segment by segment; a subclass may change segments on the way. */
class CopyHandler implements PartHandler {
    private final OutputStream out;
    private final Charset charset;
    private final String lineEnd;
    private final ProgressInput in;
    private X12Writer writer;
    private int interchanges;
    private @Nullable X12Error loss;

    CopyHandler(OutputStream out, Charset charset, String lineEnd, ProgressInput in) {
        this.out = out;
        this.charset = charset;
        this.lineEnd = lineEnd;
        this.in = in;
        this.writer = X12Writer.to(out, charset, lineEnd);
    }

    int interchanges() {
        return interchanges;
    }

    /** The first error because of which something is not in the copy. */
    @Nullable
    X12Error loss() {
        return loss;
    }

    final void put(Segment segment) {
        try {
            writer.put(segment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void startInterchange(Interchange interchange) {
        interchanges++;
        try {
            writer = X12Writer.to(out, charset, lineEnd);
            writer.startInterchange(interchange);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void interchangeAcknowledgment(Interchange interchange, InterchangeAcknowledgment acknowledgment) {
        put(acknowledgment.segment());
    }

    @Override
    public void startGroup(FunctionalGroup group) {
        put(group.gs());
    }

    @Override
    public void startTransaction(TransactionSet set) {
        in.startTransaction(set);
    }

    @Override
    public void startLoop(LoopUse loop) {}

    @Override
    public void part(LoopPart part) {
        in.part(part);
        if (part instanceof Segment segment) {
            put(segment);
        } else {
            ((Loop) part).allSegments().forEach(this::put);
        }
    }

    @Override
    public void endLoop() {}

    @Override
    public void endGroup(FunctionalGroup group, @Nullable Segment trailer) {
        if (trailer != null) {
            put(trailer);
        }
    }

    @Override
    public void endInterchange(Interchange interchange, @Nullable Segment trailer) {
        if (trailer != null) {
            put(trailer);
        }
    }

    @Override
    public void error(X12Error error) {
        if (loss == null && Checking.isLoss(error)) {
            loss = error;
        }
    }
}
