package org.superbill.payersimulator.scenario;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

/** The published rules, and how a tester writes others. */
@Path("/")
@Produces(APPLICATION_JSON)
class ScenarioResource {
    private final Scenarios scenarios;

    ScenarioResource(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    /** What happens to whose claims, in words. */
    @GET
    @Path("rules")
    public List<Rule> rules() {
        return scenarios.all().stream()
                .map(scenario -> new Rule(scenario.memberIdEndsWith(), scenario.effect()))
                .toList();
    }

    @GET
    @Path("scenarios")
    public List<Scenario> scenarios() {
        return scenarios.all();
    }

    /** Puts these in the place of all others; claims that are here already fare as they would have. */
    @PUT
    @Path("scenarios")
    public List<Scenario> replace(List<Scenario> all) {
        return orBadRequest(() -> {
            scenarios.replace(all);
            return scenarios.all();
        });
    }

    @GET
    @Path("mix")
    public Mix mix() {
        return scenarios.mix();
    }

    /** Deals scenarios out to the claims that ask for none. */
    @PUT
    @Path("mix")
    public Mix deal(Mix mix) {
        return orBadRequest(() -> {
            scenarios.deal(mix);
            return scenarios.mix();
        });
    }

    private interface Work<T> {
        T run();
    }

    private static <T> T orBadRequest(Work<T> work) {
        try {
            return work.run();
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage());
        }
    }

    /** @param memberIdEndsWith empty: every other claim */
    record Rule(String memberIdEndsWith, String effect) {}
}
