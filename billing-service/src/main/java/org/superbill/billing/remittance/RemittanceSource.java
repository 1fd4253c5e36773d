package org.superbill.billing.remittance;

import java.util.UUID;

/**
 * Where a payment was told.
 *
 * @param fileId the file in the archive
 * @param position of the ST in it, from 1
 */
record RemittanceSource(Kind kind, UUID fileId, int position) {
    /** In which form it came. */
    enum Kind {
        X12_835("835"),
        /** Typed in from paper, and kept as an 835 in the archive. */
        PAPER("paper");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        String wire() {
            return wire;
        }
    }
}
