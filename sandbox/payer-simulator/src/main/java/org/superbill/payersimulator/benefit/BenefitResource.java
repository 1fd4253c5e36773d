package org.superbill.payersimulator.benefit;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** What a tester tells the payer of its members and fees. */
@Path("/benefits")
@Produces(APPLICATION_JSON)
class BenefitResource {
    private final Benefits benefits;

    BenefitResource(Benefits benefits) {
        this.benefits = benefits;
    }

    @GET
    public Benefits.Known all() {
        return benefits.all();
    }

    /** Puts these in the place of what was known. */
    @PUT
    public Benefits.Known replace(Benefits.Known all) {
        benefits.replace(all);
        return benefits.all();
    }
}
