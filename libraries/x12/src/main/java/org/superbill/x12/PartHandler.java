package org.superbill.x12;

import org.superbill.x12.guide.LoopUse;

/**
 * Is told of everything in a transaction set where it stands, for work that keeps nothing of it: writing it in another form, or
 * again. A reader that is {@link X12Reader#streaming} gives it parts instead of units, and transaction sets without content.
 *
 * <p>Each segment comes once, inside of the loops that are open: those that have units in them somewhere are opened and closed
 * one by one, all others (a unit, a name) come whole. A transaction set without a guide comes segment by segment.
 */
public interface PartHandler extends X12Handler {
    /** A loop with units somewhere in it begins; its first segment comes next. */
    void startLoop(LoopUse loop);

    /** A segment or a whole loop that stands directly in the innermost open loop, or in the transaction set itself. */
    void part(LoopPart part);

    /** The innermost open loop ends. */
    void endLoop();
}
