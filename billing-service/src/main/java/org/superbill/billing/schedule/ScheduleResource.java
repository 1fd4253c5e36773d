package org.superbill.billing.schedule;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.Registered;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.idempotency.Idempotent;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.KitProblem;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.IfStored;
import org.superbill.servicekit.revision.Revision;

@Path("/api/v1/submission-schedules")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
@Idempotent
class ScheduleResource {
    private static final String SCHEDULE = """
            {"payerId":"0199d0a0-0000-7000-8000-000000000041","submitsCleanClaims":true,"sendAt":["08:00","17:00"],"sendOn":["MONDAY","FRIDAY"],
            "nextAt":"2026-03-02T22:00:00Z","inquireAfterDays":30,"inquireEveryDays":15}""";

    private final Schedules schedules;

    ScheduleResource(Schedules schedules) {
        this.schedules = schedules;
    }

    /** What is wanted for a payer. */
    @Schema(name = "SubmissionScheduleRequest")
    record Put(
            @Schema(description = "A claim without an error is queued without a person") @NotNull
            Boolean submitsCleanClaims,

            @Schema(description = "Times of the day in the organization's time zone; none: at once")
            @NotNull
            @Size(max = 24)
            List<@NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]") String> sendAt,

            @Schema(description = "none: every day") @NotNull @Size(max = 7)
            Set<@NotNull DayOfWeek> sendOn,

            @Schema(
                    description =
                            "The payer is asked about a claim undecided so many days after it left; absent: never")
            @Nullable
            @Min(1)
            @Max(365)
            Integer inquireAfterDays,

            @Schema(description = "and again after so many more; absent: once") @Nullable @Min(1) @Max(365)
            Integer inquireEveryDays) {

        /** @throws Problem {@code VALIDATION_FAILED} where the payer would be asked again and never a first time */
        Schedule of(UUID payerId) {
            if (inquireEveryDays != null && inquireAfterDays == null) {
                throw new Problem(
                        KitProblem.VALIDATION_FAILED,
                        "The payer would never be asked",
                        new FieldError("/inquireAfterDays", "required", "says when it is asked the first time"));
            }
            var times = new SendTimes(sendAt.stream().map(LocalTime::parse).toList(), sendOn);
            return new Schedule(payerId, submitsCleanClaims, times, null, inquireAfterDays, inquireEveryDays, 0);
        }
    }

    /** What is set for a payer. */
    @Schema(name = "SubmissionSchedule")
    record View(
            UUID payerId,
            boolean submitsCleanClaims,
            List<String> sendAt,
            Set<DayOfWeek> sendOn,
            @Nullable Instant nextAt,
            @Nullable Integer inquireAfterDays,
            @Nullable Integer inquireEveryDays) {
        static View of(Schedule schedule) {
            return new View(
                    schedule.payerId(),
                    schedule.submitsCleanClaims(),
                    schedule.sendTimes().times().stream()
                            .map(LocalTime::toString)
                            .toList(),
                    schedule.sendTimes().days(),
                    schedule.nextAt(),
                    schedule.inquireAfterDays(),
                    schedule.inquireEveryDays());
        }
    }

    /** All of them; an organization has few. */
    @Schema(name = "SubmissionSchedules")
    record Views(List<View> items) {}

    @GET
    @PermissionsAllowed("claim:read")
    @Operation(operationId = "listSubmissionSchedules", summary = "When the claims of payers leave")
    @APIResponse(
            responseCode = "200",
            description = "All schedules",
            content =
                    @Content(
                            schema = @Schema(implementation = Views.class),
                            examples = @ExampleObject(name = "schedules", value = "{\"items\":[" + SCHEDULE + "]}")))
    public Views list() {
        return new Views(schedules.list().stream().map(View::of).toList());
    }

    @GET
    @Path("{payerId}")
    @PermissionsAllowed("claim:read")
    @Operation(operationId = "getSubmissionSchedule", summary = "When the claims of a payer leave")
    @APIResponse(
            responseCode = "200",
            description = "The schedule; its ETag is what a change names in If-Match",
            content =
                    @Content(
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "schedule", value = SCHEDULE)))
    @APIResponse(responseCode = "404", description = "submission-schedule-not-found")
    public RestResponse<View> get(@RestPath UUID payerId) {
        return answer(schedules.get(payerId));
    }

    @PUT
    @Path("{payerId}")
    @Audited("submission-schedule")
    @PermissionsAllowed("submission:write")
    @Operation(
            operationId = "putSubmissionSchedule",
            summary = "Set when the claims of a payer leave",
            description = "A change needs If-Match, the first entry does not.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Put.class),
                            examples = @ExampleObject(name = "twice a day, clean claims by themselves", value = """
                                                    {"submitsCleanClaims":true,"sendAt":["08:00","17:00"],"sendOn":["MONDAY","FRIDAY"],"inquireAfterDays":30,"inquireEveryDays":15}""")))
    @APIResponse(
            responseCode = "200",
            description = "The schedule",
            content =
                    @Content(
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "schedule", value = SCHEDULE)))
    public RestResponse<View> put(
            @RestPath @Registered(Registered.As.PAYER) UUID payerId,
            @RestHeader("If-Match") @IfStored @Nullable Revision expected,
            @Valid @NotNull Put request) {
        return answer(schedules.put(request.of(payerId), expected));
    }

    @POST
    @Path("{payerId}/send-now")
    @Audited("submission-schedule")
    @PermissionsAllowed("submission:write")
    @Operation(operationId = "sendNow", summary = "Send what is queued for a payer without waiting for its time")
    @APIResponse(
            responseCode = "202",
            description = "The schedule; the file is written and sent at once",
            content =
                    @Content(
                            schema = @Schema(implementation = View.class),
                            examples = @ExampleObject(name = "schedule", value = SCHEDULE)))
    @APIResponse(responseCode = "404", description = "submission-schedule-not-found")
    public RestResponse<View> sendNow(@RestPath @Registered(Registered.As.PAYER) UUID payerId) {
        return ResponseBuilder.accepted(View.of(schedules.sendNow(payerId))).build();
    }

    private static RestResponse<View> answer(Schedule schedule) {
        return ResponseBuilder.ok(View.of(schedule))
                .header("ETag", new Revision(schedule.revision()).etag())
                .build();
    }
}
