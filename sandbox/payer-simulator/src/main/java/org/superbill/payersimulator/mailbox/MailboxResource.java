package org.superbill.payersimulator.mailbox;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.superbill.payersimulator.Mailboxes;
import org.superbill.payersimulator.claims.Books;
import org.superbill.payersimulator.claims.PayerClaims;
import org.superbill.payersimulator.intake.Intake;
import org.superbill.x12.X12Exception;

/** What a clearinghouse's mailbox offers: leave claims and questions, see what waits, take it, acknowledge it. */
@Path("/mailboxes/{account}")
class MailboxResource {
    private static final String X12 = "application/edi-x12";

    private final Intake intake;
    private final Mailboxes mailboxes;
    private final PayerClaims claims;

    MailboxResource(Intake intake, Mailboxes mailboxes, PayerClaims claims) {
        this.intake = intake;
        this.mailboxes = mailboxes;
        this.claims = claims;
    }

    /** Takes an 837P, 837I, 276 or 270. The same bytes again have the same id and are not taken again. */
    @POST
    @Path("inbound")
    @Consumes(X12)
    @ResponseStatus(202)
    public Taken leave(@RestPath String account, byte[] x12) {
        return orBadRequest(() -> new Taken(intake.take(account, x12)));
    }

    @GET
    @Path("files")
    public Files waiting(@RestPath String account) {
        return orBadRequest(() -> new Files(mailboxes.waiting(account)));
    }

    @GET
    @Path("files/{id}")
    @Produces(X12)
    public byte[] content(@RestPath String account, @RestPath String id) {
        return orBadRequest(() -> mailboxes.content(account, id))
                .orElseThrow(() -> new NotFoundException("No file %s waits for %s".formatted(id, account)));
    }

    @DELETE
    @Path("files/{id}")
    public void acknowledge(@RestPath String account, @RestPath String id) {
        orBadRequest(() -> {
            mailboxes.acknowledge(account, id);
            return id;
        });
    }

    /** For tests: the claims that were taken and not rejected, oldest first. */
    @GET
    @Path("claims")
    @Produces(MediaType.APPLICATION_JSON)
    public List<ClaimView> claims(@RestPath String account) {
        return orBadRequest(() -> claims.of(account).stream()
                .map(claim -> new ClaimView(
                        claim.claim().claimNumber(),
                        claim.claim().payerClaimNumber(),
                        claim.claim().frequency(),
                        claim.isPaid()))
                .toList());
    }

    /** What the payer has paid the account, by its own count. */
    @GET
    @Path("books")
    @Produces(MediaType.APPLICATION_JSON)
    public Books books(@RestPath String account) {
        return claims.books(account);
    }

    private static <T> T orBadRequest(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException | X12Exception e) {
            throw new BadRequestException(e.getMessage());
        }
    }

    record Taken(String id) {}

    record Files(List<Mailboxes.Waiting> files) {}

    record ClaimView(String claimNumber, String payerClaimNumber, String frequency, boolean paid) {}
}
