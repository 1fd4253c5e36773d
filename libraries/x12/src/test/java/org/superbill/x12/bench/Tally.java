package org.superbill.x12.bench;

import java.math.BigDecimal;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12Handler;
import org.superbill.x12.X12Reader;
import org.superbill.x12.institutional.InstitutionalClaim;
import org.superbill.x12.institutional.InstitutionalClaimHandler;
import org.superbill.x12.professional.ProfessionalClaim;
import org.superbill.x12.professional.ProfessionalClaimHandler;
import org.superbill.x12.remittance.RemittanceClaim;
import org.superbill.x12.remittance.RemittanceHandler;

/** Uses of each claim what a program does: numbers, amounts, codes of lines. */
final class Tally {
    private int claims;
    private int troubles;
    private BigDecimal charged = BigDecimal.ZERO;

    /** Reads the file typed. @return its size in bytes */
    static long read(String type, InputFile file, X12Reader reader) throws Exception {
        var tally = new Tally();
        long size = file.read(reader, tally.handler(type));
        if (tally.troubles > 0 || tally.claims == 0) {
            throw new IllegalStateException(tally.troubles + " errors or warnings in a generated file");
        }
        return size;
    }

    private X12Handler handler(String type) {
        return switch (type) {
            case "837p" -> new Professional();
            case "837i" -> new Institutional();
            case "835" -> new Remittance();
            default -> throw new IllegalArgumentException(type);
        };
    }

    private void claim(BigDecimal amount) {
        claims++;
        charged = charged.add(amount);
    }

    private void line(BigDecimal amount, String code) {
        if (amount.signum() <= 0 || code.isEmpty()) {
            throw new IllegalStateException("A generated line has no charge or no code");
        }
    }

    private final class Professional implements ProfessionalClaimHandler {
        @Override
        public void claim(ProfessionalClaim claim) {
            Tally.this.claim(claim.claim().chargeAmount());
            for (var line : claim.claim().serviceLine()) {
                line(line.chargeAmount(), line.procedure().code());
            }
        }

        @Override
        public void error(X12Error error) {
            troubles++;
        }
    }

    private final class Institutional implements InstitutionalClaimHandler {
        @Override
        public void claim(InstitutionalClaim claim) {
            Tally.this.claim(claim.claim().claimInformation().totalClaimChargeAmount());
            for (var line : claim.claim().serviceLine()) {
                var service = line.institutionalServiceLine();
                line(service.lineItemChargeAmount(), service.serviceLineRevenueCode());
            }
        }

        @Override
        public void error(X12Error error) {
            troubles++;
        }
    }

    private final class Remittance implements RemittanceHandler {
        @Override
        public void claim(RemittanceClaim claim) {
            Tally.this.claim(claim.claim().chargeAmount());
            for (var line : claim.claim().servicePayment()) {
                line(line.chargeAmount(), line.procedure().code());
            }
        }

        @Override
        public void error(X12Error error) {
            troubles++;
        }
    }
}
