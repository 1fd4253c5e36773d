package org.superbill.patient.location;

import org.superbill.servicekit.problem.ProblemType;

/** What can be wrong with a call about locations. */
enum LocationProblem implements ProblemType {
    LOCATION_NOT_FOUND(
            404,
            "The location does not exist here",
            "It does not exist, or it belongs to another organization, which looks the same from outside."),
    LOCATION_DUPLICATE(
            409,
            "The organization has a location of this name",
            "Find it in `GET /api/v1/locations` and update it, or give the new one a name that people can tell apart.");

    private final int status;
    private final String title;
    private final String explanation;

    LocationProblem(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
