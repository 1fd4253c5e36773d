package org.superbill.x12.acknowledgment;

import java.util.List;
import java.util.stream.IntStream;
import org.superbill.x12.Loop;

/** What is said of one transaction set (999 loop 2000). */
public record Loop2000TransactionResponse(Loop loop) implements Loop2000 {
    /** AK202: its ST02. */
    public String controlNumber() {
        return loop.required("AK2").element(2);
    }

    /** IK501. */
    public AcknowledgmentCode code() {
        return new AcknowledgmentCode(loop.required("IK5").element(1));
    }

    /** IK502 to IK506. */
    public List<String> errorCodes() {
        var ik5 = loop.required("IK5");
        return IntStream.rangeClosed(2, 6)
                .filter(ik5::has)
                .mapToObj(ik5::element)
                .toList();
    }
}
