package org.superbill.x12;

import java.util.function.Consumer;
import org.superbill.x12.guide.LoopDef;

/**
 * Is shown each segment with its place in the guide while a transaction set is read, and may report what is wrong. Segments that
 * the guide does not know are left out. One instance is for one reading; what is reported of a claim comes with its {@link Unit}.
 */
public interface SegmentWatch {
    /** ST, the first segment of the whole. @param errors takes what is found, until {@link #close} of the transaction itself */
    void start(TransactionSet set, Consumer<X12Error> errors);

    /** The first segment of a loop. @param position in the transaction set, of ST 1 */
    void open(LoopDef loop, Segment first, int position);

    /** Another segment of the innermost open loop. @param index of the segment among the loop's parts */
    void segment(int index, Segment segment, int position);

    /** The innermost open loop ends; the last of all is the transaction itself. */
    void close();
}
