package org.superbill.x12.remittance;

import java.io.IOException;
import java.util.List;
import org.superbill.x12.Segment;
import org.superbill.x12.X12Writer;
import org.superbill.x12.guide.Guide;

/** Writes an 835 claim by claim, for remittances too large to keep: {@link #start}, {@link #claim} …, {@link #end}. */
public final class RemittanceWriter {
    private final X12Writer writer;

    /** @param writer in an open functional group (HP) */
    public RemittanceWriter(X12Writer writer) {
        this.writer = writer;
    }

    /** @param header built without claims and provider adjustments */
    public void start(String controlNumber, RemittanceAdvice header) throws IOException {
        writer.startTransaction(Guide.REMITTANCE_835, controlNumber);
        writer.write(header);
        writer.write(Segment.of("LX", "1"));
    }

    public void claim(Loop2100ClaimPayment claim) throws IOException {
        writer.write(claim);
    }

    /** Writes PLB and SE. */
    public void end(List<ProviderAdjustment> adjustments) throws IOException {
        for (var plb : ProviderAdjustment.segments(adjustments)) {
            writer.write(plb);
        }
        writer.endTransaction();
    }
}
