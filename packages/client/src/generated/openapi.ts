// Written by scripts/generate/client.mjs from docs/openapi.json.

export interface paths {
    "/v1/courses/{course}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a course and its outline */
        get: operations["readOutline"];
        /**
         * Create a course, or edit its outline
         * @description The whole outline, in order. Lessons are told apart by id: new ones are added, missing ones retired, the rest moved or renamed. Every open attempt is recounted before this answers. An identical outline changes nothing and keeps the version.
         */
        put: operations["putOutline"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/courses/{course}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See what an edit would do
         * @description Writes nothing. `effect` counts the attempts that the edit would touch.
         */
        post: operations["previewOutline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the courses, by id */
        get: operations["listCourses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/courses/{course}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the edits of an outline, newest first */
        get: operations["listOutlineChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/learners/{learner}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a learner's profile and groups */
        get: operations["readLearner"];
        /**
         * Give a learner a profile
         * @description Optional: an unknown learner in any other write is created bare. What the profile leaves out is cleared.
         */
        put: operations["putLearner"];
        post?: never;
        /**
         * Erase a person and keep the pseudonymous record
         * @description Counts and completions do not change. Afterwards the id is unknown.
         */
        delete: operations["eraseLearner"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/learners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List or search learners, by name and then id
         * @description Those without a name come first. Erased learners are left out.
         */
        get: operations["listLearners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{group}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a group */
        get: operations["readGroup"];
        /**
         * Create a group of learners, or rename it
         * @description Its members stay. A kind that is left out is cleared.
         */
        put: operations["putGroup"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the groups, by id */
        get: operations["listGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{group}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who belongs to a group now
         * @description Each once, in an order that means nothing. Erased learners are left out.
         */
        get: operations["listGroupMembers"];
        put?: never;
        /**
         * Make up to 10,000 learners members of a group
         * @description As one by one. A refused learner fails alone.
         */
        post: operations["putGroupMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/groups/{group}/members/{learner}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make a learner a member of a group
         * @description Who is one already is left as they are. An unknown learner is created bare.
         */
        put: operations["putGroupMember"];
        post?: never;
        /**
         * End a learner's membership of a group
         * @description It stays on record. One that would end no later than it began is taken out. Who is no member is left as they are.
         */
        delete: operations["removeGroupMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/courses/{course}/enrollments/{learner}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Enroll a learner, or move their deadline
         * @description Opens the first attempt, or changes the deadline of the current one. An unknown learner is created bare.
         */
        put: operations["enroll"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/courses/{course}/enrollments/{learner}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a learner's current attempt
         * @description It leaves to-do lists and stays in history; facts that arrive afterwards are still recorded on it. A second call changes nothing.
         */
        post: operations["withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/courses/{course}/enrollments/{learner}/exempt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exempt a learner's current attempt
         * @description With the reason on record. A second call changes nothing.
         */
        post: operations["exempt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/courses/{course}/enrollments/{learner}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the exemption of a learner's current attempt back
         * @description With the reason on record. The attempt is then in the state that its facts say. One that is not exempt stays as it is.
         */
        post: operations["reinstate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/courses/{course}/enrollments/{learner}/retake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a learner's next attempt
         * @description Facts go to it from now on; nothing of the one before is touched. Refused while that one is neither complete, withdrawn nor exempt, unless forced.
         */
        post: operations["retake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/courses/{course}/enrollments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enroll up to 10,000 learners on the same terms
         * @description As one by one. A refused learner fails alone.
         */
        post: operations["enrollMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move the deadlines of up to 10,000 attempts
         * @description By `extendDays`, to `due`, or to each one's own `dueAt`. A refused attempt fails alone: one that is complete, withdrawn or exempt, that a retake has superseded, or whose deadline is not the one expected. To take it back, send each `previousDueAt` and `previousTimeZone` as `dueAt` and `timeZone`, and `dueAt` as `expectedDueAt`. The first deadline stays on record as `originalDueAt`.
         */
        post: operations["changeDeadlines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exempt up to 10,000 attempts
         * @description A refused attempt fails alone: one that is complete or withdrawn by now, or that a retake has superseded. One that is exempt already stays as it is.
         */
        post: operations["exemptMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reinstatements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the exemptions of up to 10,000 attempts back
         * @description Each is then in the state that its facts say. A refused attempt fails alone; one that is not exempt stays as it is.
         */
        post: operations["reinstateMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/learners/{learner}/lessons/{lesson}/view": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Record that a learner viewed a lesson
         * @description The earliest view stays the first and the latest the last, whatever order they arrive in. A learner who is not enrolled is enrolled by it, unless the course requires enrollment.
         */
        put: operations["recordView"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/learners/{learner}/lessons/{lesson}/completion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Record that a learner completed a lesson
         * @description The first completion wins and its time never changes: a second one answers `unchanged` with the first time. Completing implies viewing.
         */
        put: operations["completeLesson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what was recorded, from any point on
         * @description The ledger in the order of its commits: all that was committed before the request, each entry once. Who goes on from `next` skips nothing, however many write meanwhile. A learner reads what is about them.
         */
        get: operations["listEvents"];
        put?: never;
        /**
         * Record up to 5,000 views and completions
         * @description With the same outcome as one by one in their order. A refused event fails alone, also when it is malformed. As `application/x-ndjson` the body is an event a line.
         */
        post: operations["recordEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/learners/{learner}/courses/{course}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read all that a learner's course page shows
         * @description Course progress, the state of every lesson, the deadline, what is missing, and where the learner goes on. Of the current attempt, or of the one named.
         */
        get: operations["readCourseProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/learners/{learner}/courses/{course}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain a percentage, lesson by lesson
         * @description What counts and is done, what counts, what is missing, and what counts for nothing.
         */
        get: operations["explainProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/learners/{learner}/courses/{course}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all that was recorded of a learner at a course, oldest first
         * @description The ledger, of all attempts or of the one named.
         */
        get: operations["readTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/learners/{learner}/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a learner's courses, newest activity first
         * @description The current attempt at each.
         */
        get: operations["listLearnerCourses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what is recorded, live
         * @description Server-sent events, each a feed entry as JSON with its cursor as the event's id, so that a browser that lost the connection goes on where it was (`Last-Event-ID`). Without a cursor it begins now. Whoever takes entries more slowly than they come is cut off, and goes on from there.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/caller": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say as whom a request is taken
         * @description The role and tenant of the credential, and the zone of the tenant's days.
         */
        get: operations["readCaller"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/courses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report every course, a row each
         * @description By course id.
         */
        get: operations["reportCourses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/courses/{course}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report one course, with states and intervals
         * @description Rates of what is over and of what is not: `matured` counts only attempts that are old enough to tell, `onTime` only those that have fallen due.
         */
        get: operations["reportCourse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/courses/{course}/lessons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report where learners drop off, lesson by lesson
         * @description Whoever viewed a lesson and did not complete it is still active there, moved on to a later one, or stopped here.
         */
        get: operations["reportLessons"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/courses/{course}/time-to-complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report how long a course takes, from first access or enrollment to completion
         * @description With those counted who are still at it. A quantile that the curve never reaches is null; `reached` says how far it got.
         */
        get: operations["reportTimeToComplete"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/courses/{course}/cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Report whether newer intakes do better, by week or month of enrollment */
        get: operations["reportCohorts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/courses/{course}/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Report enrollments, starts and completions, week by week or month by month */
        get: operations["reportActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/courses/{course}/learners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the learners behind a number of a course's reports
         * @description Current attempts, in a state, in a segment of a lesson, or all. A cursor goes on in the order it was made in, and is refused in another.
         */
        get: operations["reportCourseLearners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the attempts behind a number of all courses
         * @description Current attempts in a state, with a deadline or a completion within some time, or all. Newest completion first where completions are asked for; soonest deadline first where deadlines are, and of who is overdue or has not started; else longest without activity first. A cursor goes on in the order it was made in, and is refused in another.
         */
        get: operations["reportAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who is overdue, most overdue first
         * @description Current attempts that are not complete, not withdrawn and not exempt.
         */
        get: operations["reportOverdue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/due-next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List whose deadline comes next, soonest first
         * @description With the arithmetic by which an attempt is at risk of missing it.
         */
        get: operations["reportDueNext"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report what needs attention today, over all courses
         * @description The sums of the other reports at the same instant, and the course or lesson where most of each is.
         */
        get: operations["reportOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Report how deadlines are kept: overdue by age, due by day, on time by month */
        get: operations["reportDeadlines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report the last weeks or months of every course, a row each
         * @description By course id. What the activity of each course says, of as many periods for all.
         */
        get: operations["reportActivityByCourse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what was done to attempts by hand, the newest first
         * @description Deadlines moved, exemptions given and taken back, withdrawals: who did it, when and why.
         */
        get: operations["reportChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/data-health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is it the data or the people
         * @description What came in by source, late, twice or refused; how far the feed, the reports and the webhooks are; what the doctor found last. Facts and bulk enrollments are counted by the server that answers them and show within seconds; those it counted last are lost where it dies. Counts of 24 hours are of the hour that runs and the 23 before.
         */
        get: operations["reportDataHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your saved views and those for everyone, by name
         * @description All of them: there are at most 500 of each.
         */
        get: operations["listSavedViews"];
        put?: never;
        /**
         * Save a page of the dashboard with its filters
         * @description It is the caller's, and no one else's to change. You have up to 500, and a tenant up to 500 that everyone sees.
         */
        post: operations["createSavedView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/views/{view}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace a saved view of yours
         * @description `isDefault` left out is false.
         */
        put: operations["putSavedView"];
        post?: never;
        /** Delete a saved view of yours */
        delete: operations["deleteSavedView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the webhooks, oldest first
         * @description All of them: there are at most 50.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Have what is recorded from now on sent to a URL
         * @description Signed after Standard Webhooks, at least once, and near the order of the feed. The secret is shown once. A tenant has up to 50 webhooks.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a webhook, with how it fares */
        get: operations["readWebhook"];
        /**
         * Give a webhook another URL, types and description, or disable it
         * @description Types and a description that are left out are cleared; `disabled` stays as it is. Enabled again, a webhook goes on where it had come to: it is sent what was recorded meanwhile.
         */
        put: operations["putWebhook"];
        post?: never;
        /** Delete a webhook, and what had not arrived */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a webhook its next secret
         * @description For 24 hours events are signed with the one before too. Rotated again within them, only the last two are.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a signed webhook.test now, and say what came of it
         * @description Also where the webhook is disabled. It is not tried again, whatever comes of it; repeated under its Idempotency-Key it is sent again.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what has not arrived at a webhook, in the order of the feed
         * @description What is sent again, and what was given up. What arrives is no longer here.
         */
        get: operations["listWebhookFailures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhook}/failures/{delivery}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have an event that did not arrive sent again now
         * @description Under the same `webhook-id`. Should it fail, again on schedule from the start.
         */
        post: operations["redeliverWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say whether the process is up */
        get: operations["readHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say whether requests can be served
         * @description The database can be reached and is migrated.
         */
        get: operations["readReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the metrics
         * @description In the text format of Prometheus. Off unless the server runs on loopback or is told.
         */
        get: operations["readMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read this document */
        get: operations["readOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read this document as a page */
        get: operations["readDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /**
             * Format: uri
             * @example https://milepost.dev/errors#lesson_not_found
             */
            type: string;
            /** @description The same for every occurrence of the code. */
            title: string;
            status: number;
            code: components["schemas"]["ProblemCode"];
            /** @description What is particular to this occurrence. */
            detail: string;
            /** @description The fields at fault, at most 100. */
            errors?: {
                /** @example body.lessons[0].title */
                path: string;
                message: string;
            }[];
        };
        /**
         * @description Tells problems apart. Newer servers may add codes.
         * @enum {string}
         */
        ProblemCode: "attempt_completed" | "attempt_conflict" | "attempt_exempt" | "attempt_not_current" | "attempt_open" | "attempt_repeated" | "attempt_withdrawn" | "batch_too_large" | "body_too_large" | "course_not_found" | "cursor_invalid" | "database_busy" | "database_not_migrated" | "database_unavailable" | "deadline_missing" | "deadline_moved" | "delivery_not_found" | "due_out_of_range" | "enrollment_not_found" | "enrollment_required" | "event_type_unknown" | "forbidden" | "group_not_found" | "headers_too_large" | "id_out_of_range" | "idempotency_key_reused" | "internal_error" | "json_malformed" | "key_not_found" | "learner_not_found" | "lesson_not_found" | "lesson_of_another_course" | "lesson_repeated" | "limit_out_of_range" | "media_type_unsupported" | "method_not_allowed" | "origin_refused" | "outline_too_large" | "outline_version_mismatch" | "rate_limited" | "reason_required" | "replacement_not_found" | "request_invalid" | "request_too_slow" | "route_not_found" | "saved_view_not_found" | "saved_view_of_another" | "saved_views_too_many" | "streams_exhausted" | "tenant_exists" | "tenant_not_found" | "text_out_of_range" | "time_out_of_range" | "time_zone_unknown" | "timed_out" | "token_invalid" | "token_required" | "tokens_unverifiable" | "webhook_disabled" | "webhook_not_found" | "webhook_types_unknown" | "webhook_url_refused" | "webhooks_not_configured" | "webhooks_too_many";
        OutlineSaved: components["schemas"]["Outline"] & {
            change: components["schemas"]["OutlineChange"];
        };
        Lesson: {
            /** @example fs-1 */
            id: string;
            /** @example Why fires start */
            title: string;
            /** @example Basics */
            section: string | null;
            required: boolean;
            /** @description From 1. */
            position: number;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            publishedAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            dueAt: string | null;
        };
        /** @description Lesson ids by what an edit did to them. */
        OutlineChange: {
            added: string[];
            retired: string[];
            moved: string[];
            /** @description Title or section changed. */
            renamed: string[];
            requirementChanged: string[];
            dueChanged: string[];
        };
        Outline: {
            /** @example fs */
            id: string;
            /** @example Fire safety 2026 */
            title: string;
            /**
             * @description `required`: facts of a learner who is not enrolled are refused. `open`: the first one enrolls.
             * @enum {string}
             */
            enrollment: "open" | "required";
            /** @description Counts the edits; also the ETag. */
            outlineVersion: number;
            /** @description Required lessons that are not retired. */
            totalLessons: number;
            lessons: components["schemas"]["Lesson"][];
        };
        OutlineInput: {
            /** @example Fire safety 2026 */
            title: string;
            /**
             * @description `required`: facts of a learner who is not enrolled are refused. `open`: the first one enrolls.
             * @enum {string}
             */
            enrollment?: "open" | "required";
            /** @description All of them, in order. */
            lessons: components["schemas"]["LessonInput"][];
            /** @description Id of a retired lesson → id of the lesson in its place. */
            replacedBy?: {
                [key: string]: string;
            };
        };
        LessonInput: {
            /** @example fs-1 */
            id: string;
            /** @example Fire safety 2026 */
            title: string;
            section?: string | null;
            /**
             * @description Optional lessons are recorded and shown, and count for no percentage.
             * @default true
             */
            required?: boolean;
            /**
             * Format: date-time
             * @description Everyone's deadline for this one lesson.
             * @example 2026-03-01T09:00:00Z
             */
            dueAt?: string | null;
        };
        OutlinePreview: components["schemas"]["OutlineSaved"] & {
            effect: {
                /** @description Open attempts that the edit recounts. */
                openAttempts: number;
                percentageFalls: number;
                percentageRises: number;
                becomeComplete: number;
                /** @description Completed attempts that keep the version they were earned by. */
                completedKept: number;
            };
        };
        CoursePage: {
            items: components["schemas"]["CourseSummary"][];
            /** @description Cursor of the next page, as `after`; null on the last page. */
            next: string | null;
        };
        CourseSummary: {
            /** @example fs */
            id: string;
            /** @example Fire safety 2026 */
            title: string;
            /**
             * @description `required`: facts of a learner who is not enrolled are refused. `open`: the first one enrolls.
             * @enum {string}
             */
            enrollment: "open" | "required";
            /** @description Counts the edits; also the ETag. */
            outlineVersion: number;
            /** @description Required lessons that are not retired. */
            totalLessons: number;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            createdAt: string;
        };
        OutlineChangePage: {
            items: components["schemas"]["OutlineChangeEntry"][];
            /** @description Cursor of the next page, as `after`; null on the last page. */
            next: string | null;
        };
        OutlineChangeEntry: {
            outlineVersion: number;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            changedAt: string;
            actor: string | null;
            /** @example Fire safety 2026 */
            title: string;
            totalLessons: number;
            change: components["schemas"]["OutlineChange"];
        };
        Learner: {
            /** @example ada */
            id: string;
            name: string | null;
            email: string | null;
            locale: string | null;
            timeZone: string | null;
        };
        LearnerInput: {
            name?: string | null;
            email?: string | null;
            /** @example de-DE */
            locale?: string | null;
            /** @example Europe/Berlin */
            timeZone?: string | null;
        };
        LearnerErased: {
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            erasedAt: string;
            /** @description Lessons completed that stay on record without a name. */
            keptCompletions: number;
        };
        LearnerPage: {
            items: components["schemas"]["ListedLearner"][];
            /** @description Cursor of the next page, as `after`; null on the last page. */
            next: string | null;
        };
        ListedLearner: {
            /** @example ada */
            id: string;
            name: string | null;
            email: string | null;
            locale: string | null;
            timeZone: string | null;
            /**
             * Format: date-time
             * @description When we learned of them.
             * @example 2026-03-01T09:00:00.000Z
             */
            createdAt: string;
        };
        LearnerProfile: {
            /** @example ada */
            id: string;
            name: string | null;
            email: string | null;
            locale: string | null;
            timeZone: string | null;
            /** @description Memberships, past ones too, the latest first. */
            groups: components["schemas"]["LearnerMembership"][];
            /**
             * Format: date-time
             * @description When we learned of them.
             * @example 2026-03-01T09:00:00.000Z
             */
            createdAt: string;
        };
        LearnerMembership: {
            /** @example night-shift */
            group: string;
            name: string;
            kind: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            joinedAt: string;
            /**
             * Format: date-time
             * @description Null while it goes on.
             * @example 2026-03-01T09:00:00.000Z
             */
            leftAt: string | null;
        };
        Group: {
            /** @example night-shift */
            id: string;
            name: string;
            kind: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            createdAt: string;
            /** @description Learners who belong to it now. */
            memberCount: number;
        };
        GroupInput: {
            name: string;
            /**
             * @description Your own word for what it is, such as team, manager or site.
             * @example team
             */
            kind?: string | null;
        };
        GroupPage: {
            items: components["schemas"]["Group"][];
            /** @description Cursor of the next page, as `after`; null on the last page. */
            next: string | null;
        };
        GroupMemberPage: {
            items: components["schemas"]["GroupMember"][];
            /** @description Cursor of the next page, as `after`; null on the last page. */
            next: string | null;
        };
        GroupMember: {
            /** @example ada */
            learner: string;
            name: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            joinedAt: string;
        };
        GroupMembership: {
            /** @enum {string} */
            status: "recorded" | "unchanged";
            /** @example night-shift */
            group: string;
            /** @example ada */
            learner: string;
            /**
             * Format: date-time
             * @description Of the last membership; null where none is on record.
             * @example 2026-03-01T09:00:00.000Z
             */
            joinedAt: string | null;
            /**
             * Format: date-time
             * @description Null while the membership goes on.
             * @example 2026-03-01T09:00:00.000Z
             */
            leftAt: string | null;
        };
        GroupMemberInput: {
            /**
             * Format: date-time
             * @description When the membership begins. Now when omitted; ahead of our clock it is taken as now. No earlier than the one before it ended.
             * @example 2026-03-01T09:00:00Z
             */
            joinedAt?: string;
        };
        GroupMemberResults: {
            /** @description One an item, in order. */
            results: components["schemas"]["GroupMemberResult"][];
        };
        /** @description `code` and `detail` where it was refused. */
        GroupMemberResult: {
            /** @enum {string} */
            status: "recorded" | "unchanged" | "refused";
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            joinedAt?: string;
            code?: components["schemas"]["ProblemCode"];
            detail?: string;
        };
        GroupMemberBatch: {
            learners: string[];
            /**
             * Format: date-time
             * @description When the membership begins. Now when omitted; ahead of our clock it is taken as now. No earlier than the one before it ended.
             * @example 2026-03-01T09:00:00Z
             */
            joinedAt?: string;
        };
        Enrollment: {
            /** @example ada */
            learner: string;
            /** @example fs */
            course: string;
            /** @example 1 */
            attempt: number;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            enrolledAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            dueAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            originalDueAt: string | null;
            timeZone: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            withdrawnAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            exemptedAt: string | null;
        };
        EnrollmentInput: {
            /**
             * Format: date-time
             * @description Counts where the call opens an attempt; now when omitted.
             * @example 2026-03-01T09:00:00Z
             */
            enrolledAt?: string;
            /** @description The deadline; null removes it, leaving it out leaves it alone. */
            due?: {
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:00:00Z
                 */
                at: string;
            } | {
                /**
                 * Format: date
                 * @example 2026-04-24
                 */
                onDate: string;
                /** @example Europe/Berlin */
                timeZone: string;
            } | {
                /** @example 30 */
                afterDays: number;
                /** @example Europe/Berlin */
                timeZone?: string;
            } | null;
            /** @example hr */
            source?: string;
        };
        WithdrawalInput: {
            /** @example Holds the external certificate. */
            reason?: string;
            /**
             * Format: date-time
             * @description When it happened; now when omitted.
             * @example 2026-03-01T09:00:00Z
             */
            at?: string;
        };
        ExemptionInput: {
            /** @example Holds the external certificate. */
            reason: string;
            /**
             * Format: date-time
             * @description When it happened; now when omitted.
             * @example 2026-03-01T09:00:00Z
             */
            at?: string;
        };
        ReinstatementInput: {
            /** @example Holds the external certificate. */
            reason: string;
        };
        RetakeInput: {
            /**
             * @description Also while the current attempt is open: it is left incomplete.
             * @default false
             */
            force?: boolean;
            /**
             * Format: date-time
             * @description When it happened; now when omitted.
             * @example 2026-03-01T09:00:00Z
             */
            at?: string;
            /** @description The deadline; null removes it, leaving it out leaves it alone. */
            due?: {
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:00:00Z
                 */
                at: string;
            } | {
                /**
                 * Format: date
                 * @example 2026-04-24
                 */
                onDate: string;
                /** @example Europe/Berlin */
                timeZone: string;
            } | {
                /** @example 30 */
                afterDays: number;
                /** @example Europe/Berlin */
                timeZone?: string;
            } | null;
            /** @example hr */
            source?: string;
        };
        EnrollmentResults: {
            /** @description One an item, in order. */
            results: components["schemas"]["EnrollmentResult"][];
        };
        /** @description `code` and `detail` where it was refused. */
        EnrollmentResult: {
            /** @enum {string} */
            status: "recorded" | "unchanged" | "refused";
            attempt?: number;
            code?: components["schemas"]["ProblemCode"];
            detail?: string;
        };
        EnrollmentBatch: {
            learners: string[];
            /**
             * Format: date-time
             * @description Counts where the call opens an attempt; now when omitted.
             * @example 2026-03-01T09:00:00Z
             */
            enrolledAt?: string;
            /** @description The deadline; null removes it, leaving it out leaves it alone. */
            due?: {
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:00:00Z
                 */
                at: string;
            } | {
                /**
                 * Format: date
                 * @example 2026-04-24
                 */
                onDate: string;
                /** @example Europe/Berlin */
                timeZone: string;
            } | {
                /** @example 30 */
                afterDays: number;
                /** @example Europe/Berlin */
                timeZone?: string;
            } | null;
            /** @example hr */
            source?: string;
        };
        /** @description `code` and `detail` where it was refused. */
        DeadlineResult: {
            /** @enum {string} */
            status: "recorded" | "unchanged" | "refused";
            /** @example ada */
            learner?: string;
            /** @example fs */
            course?: string;
            /** @example 1 */
            attempt?: number;
            /**
             * Format: date-time
             * @description As it is now.
             * @example 2026-03-01T09:00:00.000Z
             */
            dueAt?: string | null;
            /**
             * Format: date-time
             * @description As it was.
             * @example 2026-03-01T09:00:00.000Z
             */
            previousDueAt?: string | null;
            timeZone?: string | null;
            previousTimeZone?: string | null;
            code?: components["schemas"]["ProblemCode"];
            detail?: string;
        };
        DeadlineResults: {
            /** @description One an item, in order. */
            results: components["schemas"]["DeadlineResult"][];
        };
        DeadlineBatch: {
            attempts: components["schemas"]["DeadlineAct"][];
            /**
             * @description Calendar days more in the deadline's own zone; days of 24 hours without one.
             * @example 14
             */
            extendDays?: number;
            /** @description The deadline of all; null takes it away. */
            due?: {
                /**
                 * Format: date-time
                 * @example 2026-03-01T09:00:00Z
                 */
                at: string;
            } | {
                /**
                 * Format: date
                 * @example 2026-04-24
                 */
                onDate: string;
                /** @example Europe/Berlin */
                timeZone: string;
            } | {
                /** @example 30 */
                afterDays: number;
                /** @example Europe/Berlin */
                timeZone?: string;
            } | null;
            /** @example Parental leave. */
            reason: string;
            /**
             * @description Writes nothing, and answers what it would come to now.
             * @default false
             */
            preview?: boolean;
        };
        DeadlineAct: {
            /** @example ada */
            learner: string;
            /** @example fs */
            course: string;
            /** @example 1 */
            attempt: number;
            /**
             * Format: date-time
             * @description Refuses where this is not the deadline there is: somebody moved it since.
             * @example 2026-03-01T09:00:00Z
             */
            expectedDueAt?: string | null;
            /**
             * Format: date-time
             * @description Null takes the deadline away.
             * @example 2026-03-01T09:00:00Z
             */
            dueAt?: string | null;
            /**
             * @description Zone that it is stated in, null for none; as it is when left out.
             * @example Europe/Berlin
             */
            timeZone?: string | null;
        };
        /** @description `code` and `detail` where it was refused. */
        ExemptionResult: {
            /** @enum {string} */
            status: "recorded" | "unchanged" | "refused";
            /** @example ada */
            learner?: string;
            /** @example fs */
            course?: string;
            /** @example 1 */
            attempt?: number;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            exemptedAt?: string | null;
            code?: components["schemas"]["ProblemCode"];
            detail?: string;
        };
        ExemptionResults: {
            /** @description One an item, in order. */
            results: components["schemas"]["ExemptionResult"][];
        };
        ExemptionBatch: {
            attempts: components["schemas"]["AttemptId"][];
            /** @example Parental leave. */
            reason: string;
            /**
             * @description Writes nothing, and answers what it would come to now.
             * @default false
             */
            preview?: boolean;
        };
        AttemptId: {
            /** @example ada */
            learner: string;
            /** @example fs */
            course: string;
            /** @example 1 */
            attempt: number;
        };
        FactAnswer: {
            status: components["schemas"]["Outcome"];
            /**
             * @description Where `at` was ahead of our clock: it was taken as now.
             * @enum {boolean}
             */
            clamped?: true;
            lesson: components["schemas"]["LessonRecord"];
            progress: components["schemas"]["CourseProgress"];
        };
        /**
         * @description `unchanged`: the fact was already there.
         * @enum {string}
         */
        Outcome: "recorded" | "unchanged";
        LessonRecord: {
            /** @example fs-1 */
            id: string;
            viewed: boolean;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            firstViewedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            lastViewedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            completedAt: string | null;
        };
        CourseProgress: {
            /** @example ada */
            learner: string;
            /** @example fs */
            course: string;
            /** @example 1 */
            attempt: number;
            /** @example 1 */
            completedLessons: number;
            /** @example 2 */
            totalLessons: number;
            /**
             * @description 0–100, truncated to two decimals; null where no lesson is required.
             * @example 50
             */
            progressPercentage: number | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            firstViewedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            lastViewedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            completedAt: string | null;
            eligibleForCertificate: boolean;
        };
        FactInput: {
            /**
             * Format: date-time
             * @description When it happened; now when omitted. Ahead of our clock it is taken as now.
             * @example 2026-03-01T09:00:00Z
             */
            at?: string;
            /**
             * @description Your own id of this event: seen before for this learner, it changes nothing.
             * @example 01JNA9V1M1C5T7Q1E9Y3S8B4K2
             */
            id?: string;
        };
        EventResults: {
            /** @description One an item, in order. */
            results: components["schemas"]["EventResult"][];
        };
        /** @description `code` and `detail` where it was refused. */
        EventResult: {
            /** @enum {string} */
            status: "recorded" | "unchanged" | "refused";
            /**
             * @description Where `at` was ahead of our clock: it was taken as now.
             * @enum {boolean}
             */
            clamped?: true;
            code?: components["schemas"]["ProblemCode"];
            detail?: string;
        };
        EventBatch: {
            events: components["schemas"]["Event"][];
        };
        Event: {
            /**
             * @description Your own id of the event: seen before for this learner, it changes nothing.
             * @example 01JNA9V1M1C5T7Q1E9Y3S8B4K2
             */
            id?: string;
            /** @enum {string} */
            type: "lesson.viewed" | "lesson.completed";
            /** @example ada */
            learner: string;
            /** @example fs-1 */
            lesson: string;
            /**
             * Format: date-time
             * @description When it happened; now when omitted. Ahead of our clock it is taken as now.
             * @example 2026-03-01T09:00:00Z
             */
            at?: string;
        };
        CourseProgressPage: {
            /** @example ada */
            learner: string;
            /** @example fs */
            course: string;
            /** @example 1 */
            attempt: number;
            /** @example 1 */
            completedLessons: number;
            /** @example 2 */
            totalLessons: number;
            /**
             * @description 0–100, truncated to two decimals; null where no lesson is required.
             * @example 50
             */
            progressPercentage: number | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            firstViewedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            lastViewedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            completedAt: string | null;
            eligibleForCertificate: boolean;
            /**
             * @description Of the course.
             * @example Fire safety 2026
             */
            title: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            enrolledAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            withdrawnAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            exemptedAt: string | null;
            outlineVersion: number;
            completedOutlineVersion: number | null;
            due: components["schemas"]["DueState"] | null;
            /** @description The current outline, in order. */
            lessons: components["schemas"]["LessonState"][];
            /** @description Lessons no longer in the outline that this attempt touched or that were replaced. */
            retiredLessons: components["schemas"]["RetiredLessonState"][];
            /** @description May be a retired one. */
            lastViewedLesson: string | null;
            resume: components["schemas"]["Resume"];
            /** @description Ids of the lessons still required. */
            missing: string[];
        };
        DueState: {
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            at: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            originalAt: string;
            timeZone: string | null;
            overdue: boolean;
        };
        LessonState: {
            /** @example fs-1 */
            id: string;
            /** @example Why fires start */
            title: string;
            /** @example Basics */
            section: string | null;
            position: number;
            required: boolean;
            viewed: boolean;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            firstViewedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            lastViewedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            completedAt: string | null;
            /**
             * Format: date-time
             * @description When it became part of the outline.
             * @example 2026-03-01T09:00:00.000Z
             */
            publishedAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            dueAt: string | null;
        };
        RetiredLessonState: {
            /** @example fs-1 */
            id: string;
            /** @example Why fires start */
            title: string;
            /** @example Basics */
            section: string | null;
            position: number;
            required: boolean;
            viewed: boolean;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            firstViewedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            lastViewedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            completedAt: string | null;
            /**
             * Format: date-time
             * @description When it became part of the outline.
             * @example 2026-03-01T09:00:00.000Z
             */
            publishedAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            dueAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            retiredAt: string;
            replacedBy: string | null;
        };
        /** @description Where the learner goes on, and why there. */
        Resume: {
            /** @enum {string} */
            mode: "start" | "continue" | "review" | "waiting" | "optional";
            lesson: string | null;
            /** @enum {string} */
            reason: "new" | "unfinished" | "next" | "skipped" | "retired" | "new-content" | "completed";
        };
        Explanation: {
            /** @example ada */
            learner: string;
            /** @example fs */
            course: string;
            attempt: number;
            /** @description The version that is counted against. */
            outlineVersion: number;
            /**
             * @description 0–100, truncated to two decimals; null where no lesson is required.
             * @example 50
             */
            progressPercentage: number | null;
            numerator: {
                /** @example fs-1 */
                lesson: string;
                /** @example Why fires start */
                title: string;
                /**
                 * Format: date-time
                 * @description RFC 3339, in UTC, to the millisecond.
                 * @example 2026-03-01T09:00:00.000Z
                 */
                completedAt: string;
            }[];
            denominator: {
                /** @example fs-1 */
                lesson: string;
                /** @example Why fires start */
                title: string;
            }[];
            missing: {
                /** @example fs-1 */
                lesson: string;
                /** @example Why fires start */
                title: string;
            }[];
            notCounted: {
                /** @example fs-1 */
                lesson: string;
                /** @example Why fires start */
                title: string;
                /**
                 * Format: date-time
                 * @description RFC 3339, in UTC, to the millisecond.
                 * @example 2026-03-01T09:00:00.000Z
                 */
                completedAt: string;
                /** @enum {string} */
                reason: "optional" | "retired" | "added-later";
            }[];
        };
        TimelinePage: {
            items: components["schemas"]["LedgerEntry"][];
            /** @description Cursor of the next page, as `after`; null on the last page. */
            next: string | null;
        };
        LedgerEntry: {
            id: string;
            type: components["schemas"]["LedgerEntryType"];
            attempt: number | null;
            lesson: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            receivedAt: string;
            source: string | null;
            actor: string | null;
            eventId: string | null;
            outlineVersion: number | null;
            reason: string | null;
            /** @description What the type adds, such as the old and the new deadline. */
            data: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * @example lesson.completed
         * @enum {string}
         */
        LedgerEntryType: "enrollment.created" | "enrollment.withdrawn" | "enrollment.exempted" | "enrollment.reinstated" | "deadline.moved" | "lesson.completed" | "lesson.completion_repeated" | "course.completed" | "outline.changed" | "learner.erased" | "progress.repaired";
        LearnerCoursePage: {
            items: components["schemas"]["LearnerCourse"][];
            /** @description Cursor of the next page, as `after`; null on the last page. */
            next: string | null;
        };
        LearnerCourse: {
            /** @example ada */
            learner: string;
            /** @example fs */
            course: string;
            /** @example 1 */
            attempt: number;
            /** @example 1 */
            completedLessons: number;
            /** @example 2 */
            totalLessons: number;
            /**
             * @description 0–100, truncated to two decimals; null where no lesson is required.
             * @example 50
             */
            progressPercentage: number | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            firstViewedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            lastViewedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            completedAt: string | null;
            eligibleForCertificate: boolean;
            /** @example Fire safety 2026 */
            title: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            enrolledAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            withdrawnAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            exemptedAt: string | null;
            due: components["schemas"]["DueState"] | null;
        };
        FeedPage: {
            items: components["schemas"]["FeedEntry"][];
            /** @description Cursor of the next page, as `after`. There always is one: the feed goes on. */
            next: string;
            /** @description How far was looked: further than the last item where few are asked for. */
            position: number;
            /** @description Whether there is more already. */
            hasMore: boolean;
        };
        FeedEntry: components["schemas"]["LedgerEntry"] & {
            /** @description Goes on after this entry, as `after`. */
            cursor: string;
            /** @description From 1, without gaps, in the order of commits. */
            position: number;
            /**
             * @description Null once the learner is erased.
             * @example ada
             */
            learner: string | null;
            /** @example fs */
            course: string | null;
        };
        Caller: {
            /** @enum {string} */
            role: "service" | "administrator" | "learner";
            tenant: string;
            /** @example Europe/Berlin */
            timeZone: string;
            /** @description Of a learner's token, their id. */
            learner: string | null;
            /** @description The server asks nobody who they are: for development only. */
            open: boolean;
        };
        CourseReport: {
            /** @example fs */
            course: string;
            /** @example Fire safety 2026 */
            title: string;
            /**
             * @description Current attempts, without those withdrawn within a day of enrollment.
             * @example 12
             */
            enrolled: number;
            /** @example 12 */
            exempt: number;
            /** @example 12 */
            withdrawn: number;
            /** @example 12 */
            notStarted: number;
            /**
             * @description Begun, not overdue, active in the last seven days.
             * @example 12
             */
            inProgress: number;
            /**
             * @description Begun, not overdue, silent for longer.
             * @example 12
             */
            stalled: number;
            /** @example 12 */
            overdue: number;
            /** @example 12 */
            completed: number;
            /**
             * @description Of `completed`, those after their deadline.
             * @example 12
             */
            completedLate: number;
            /**
             * @description completed ÷ (enrolled − exempt).
             * @example 0.3333
             */
            completionRate: number | null;
            /**
             * @description Days from first access by which half had completed; null where half have not.
             * @example 8
             */
            medianDays: number | null;
            /** @example 12 */
            overdueLearners: number;
            /**
             * @description Id of the lesson at which most leave the course, by the rate's lower bound.
             * @example fs-2
             */
            worstLesson: string | null;
            matured?: components["schemas"]["MaturedRate"];
        };
        /** @description There where `maturedDays` asked for it. */
        MaturedRate: {
            /** @example 30 */
            days: number;
            /**
             * @description Attempts that are at least `days` old.
             * @example 12
             */
            n: number;
            /** @example 12 */
            immature: number;
            /**
             * @description Within `days` of enrollment.
             * @example 12
             */
            completed: number;
            /** @example 0.3333 */
            rate: number | null;
            /** @example 0.3333 */
            low: number | null;
            /** @example 0.3333 */
            high: number | null;
        };
        CourseReportPage: {
            items: components["schemas"]["CourseReport"][];
            /** @description Cursor of the next page, as `after`; null on the last page. */
            next: string | null;
        };
        CourseReportDetail: {
            /**
             * Format: date-time
             * @description The instant that the numbers are of.
             * @example 2026-03-01T09:00:00.000Z
             */
            asOf: string;
            /**
             * @description Version of the definitions of the numbers.
             * @enum {number}
             */
            definition: 1;
            /**
             * @description The group that was asked for.
             * @example berlin
             */
            group?: string;
            /**
             * @description Whose attempts are the group's: of who belongs to it now, or of who belonged to it when the attempt began. There where a group is.
             * @enum {string}
             */
            membership?: "current" | "atStart";
            /**
             * Format: date-time
             * @description Only attempts enrolled then or later are counted. There where it was asked for.
             * @example 2026-03-01T09:00:00.000Z
             */
            enrolledFrom?: string;
            /**
             * Format: date-time
             * @description Only attempts enrolled earlier are counted. There where it was asked for.
             * @example 2026-03-01T09:00:00.000Z
             */
            enrolledBefore?: string;
            /** @example fs */
            course: string;
            /** @example Fire safety 2026 */
            title: string;
            /**
             * @description Current attempts, without those withdrawn within a day of enrollment.
             * @example 12
             */
            enrolled: number;
            /** @example 12 */
            exempt: number;
            /** @example 12 */
            withdrawn: number;
            /** @example 12 */
            notStarted: number;
            /**
             * @description Begun, not overdue, active in the last seven days.
             * @example 12
             */
            inProgress: number;
            /**
             * @description Begun, not overdue, silent for longer.
             * @example 12
             */
            stalled: number;
            /** @example 12 */
            overdue: number;
            /** @example 12 */
            completed: number;
            /**
             * @description Of `completed`, those after their deadline.
             * @example 12
             */
            completedLate: number;
            /**
             * @description completed ÷ (enrolled − exempt).
             * @example 0.3333
             */
            completionRate: number | null;
            /**
             * @description Days from first access by which half had completed; null where half have not.
             * @example 8
             */
            medianDays: number | null;
            /** @example 12 */
            overdueLearners: number;
            /**
             * @description Id of the lesson at which most leave the course, by the rate's lower bound.
             * @example fs-2
             */
            worstLesson: string | null;
            outlineVersion: number;
            totalLessons: number;
            /**
             * @description Of Wilson's 95 % interval, as all here.
             * @example 0.3333
             */
            completionRateLow: number | null;
            /** @example 0.3333 */
            completionRateHigh: number | null;
            states: components["schemas"]["CourseStates"];
            matured: components["schemas"]["MaturedRate"];
            onTime: components["schemas"]["OnTimeRate"];
            onTimeOriginal: components["schemas"]["OnTimeRate"];
        };
        /** @description Each attempt is in one of them. */
        CourseStates: {
            /** @example 12 */
            exempt: number;
            /** @example 12 */
            withdrawn: number;
            /**
             * @description Or without a deadline.
             * @example 12
             */
            completedOnTime: number;
            /** @example 12 */
            completedLate: number;
            /** @example 12 */
            overdue: number;
            /** @example 12 */
            active: number;
            /** @example 12 */
            stalled: number;
            /** @example 12 */
            notStarted: number;
        };
        OnTimeRate: {
            /**
             * @description Attempts whose deadline has come.
             * @example 12
             */
            due: number;
            /** @example 12 */
            onTime: number;
            /** @example 0.3333 */
            rate: number | null;
            /** @example 0.3333 */
            low: number | null;
            /** @example 0.3333 */
            high: number | null;
        };
        LessonsReport: {
            /**
             * Format: date-time
             * @description The instant that the numbers are of.
             * @example 2026-03-01T09:00:00.000Z
             */
            asOf: string;
            /**
             * @description Version of the definitions of the numbers.
             * @enum {number}
             */
            definition: 1;
            /**
             * @description The group that was asked for.
             * @example berlin
             */
            group?: string;
            /**
             * @description Whose attempts are the group's: of who belongs to it now, or of who belonged to it when the attempt began. There where a group is.
             * @enum {string}
             */
            membership?: "current" | "atStart";
            /**
             * Format: date-time
             * @description Only attempts enrolled then or later are counted. There where it was asked for.
             * @example 2026-03-01T09:00:00.000Z
             */
            enrolledFrom?: string;
            /**
             * Format: date-time
             * @description Only attempts enrolled earlier are counted. There where it was asked for.
             * @example 2026-03-01T09:00:00.000Z
             */
            enrolledBefore?: string;
            /** @example fs */
            course: string;
            /** @description The current outline, in order. */
            items: components["schemas"]["LessonReport"][];
        };
        LessonReport: {
            /** @example fs-1 */
            lesson: string;
            /** @example Why fires start */
            title: string;
            /** @example Basics */
            section: string | null;
            required: boolean;
            position: number;
            /**
             * @description Attempts that could have viewed it.
             * @example 12
             */
            available: number;
            /** @example 12 */
            viewed: number;
            /** @example 12 */
            completed: number;
            /** @example 12 */
            viewedNotCompleted: number;
            /**
             * @description viewedNotCompleted ÷ viewed.
             * @example 0.3333
             */
            dropOffRate: number | null;
            /** @example 0.3333 */
            dropOffRateLow: number | null;
            /** @example 0.3333 */
            dropOffRateHigh: number | null;
            /**
             * @description Of `viewedNotCompleted`, as are the next two.
             * @example 12
             */
            stillActive: number;
            /**
             * @description Touched a later lesson.
             * @example 12
             */
            movedOn: number;
            /**
             * @description No later lesson, and silent for 14 days.
             * @example 12
             */
            stoppedHere: number;
            /**
             * @description stoppedHere ÷ viewed.
             * @example 0.3333
             */
            stoppedHereRate: number | null;
            /**
             * @description (viewedNotCompleted − stillActive) ÷ (viewed − stillActive).
             * @example 0.3333
             */
            settledDropOffRate: number | null;
            /**
             * @description viewed ÷ available.
             * @example 0.3333
             */
            reachRate: number | null;
            /**
             * @description From first view to completion.
             * @example 540
             */
            medianSeconds: number | null;
        };
        TimeToComplete: {
            /**
             * Format: date-time
             * @description The instant that the numbers are of.
             * @example 2026-03-01T09:00:00.000Z
             */
            asOf: string;
            /**
             * @description Version of the definitions of the numbers.
             * @enum {number}
             */
            definition: 1;
            /**
             * @description The group that was asked for.
             * @example berlin
             */
            group?: string;
            /**
             * @description Whose attempts are the group's: of who belongs to it now, or of who belonged to it when the attempt began. There where a group is.
             * @enum {string}
             */
            membership?: "current" | "atStart";
            /**
             * Format: date-time
             * @description Only attempts enrolled then or later are counted. There where it was asked for.
             * @example 2026-03-01T09:00:00.000Z
             */
            enrolledFrom?: string;
            /**
             * Format: date-time
             * @description Only attempts enrolled earlier are counted. There where it was asked for.
             * @example 2026-03-01T09:00:00.000Z
             */
            enrolledBefore?: string;
            /** @example fs */
            course: string;
            /** @enum {string} */
            from: "firstAccess" | "enrolled";
            /**
             * @description completed + censored + withdrawn.
             * @example 12
             */
            n: number;
            /** @example 12 */
            completed: number;
            /**
             * @description Still going.
             * @example 12
             */
            censored: number;
            /** @example 12 */
            withdrawn: number;
            /** @description Cumulative incidence of completion (Aalen–Johansen): withdrawal competes, attempts still going are censored. A point a day on which somebody completed or withdrew. */
            curve: components["schemas"]["CurvePoint"][];
            /**
             * @description Last day of the curve with ten or more at risk.
             * @example 8
             */
            shownThroughDay: number | null;
            /**
             * @description Null where the curve never gets there.
             * @example 8
             */
            p50Days: number | null;
            /** @example 8 */
            p75Days: number | null;
            /** @example 8 */
            p90Days: number | null;
            /**
             * @description Share completed at the end of the curve.
             * @example 0.3333
             */
            reached: number | null;
            finishers: components["schemas"]["Finishers"];
        };
        CurvePoint: {
            /** @example 8 */
            day: number;
            /**
             * @description Share completed by the end of that day.
             * @example 0.5556
             */
            completed: number;
            /**
             * @description Of the 95 % interval; null at a share of 0 or 1.
             * @example 0.3333
             */
            low: number | null;
            /** @example 0.3333 */
            high: number | null;
            /**
             * @description Attempts still observed on that day.
             * @example 12
             */
            atRisk: number;
            /**
             * @description Attempts completed on that day. Those behind them are the course's learners with this `from` and this day as `minDays` and `maxDays`.
             * @example 12
             */
            finished: number;
        };
        /** @description Of those who completed alone, however young the attempts: it leaves out everyone still going, and flatters a young course. The quantiles of the curve do not. */
        Finishers: {
            /** @example 12 */
            n: number;
            /** @example 8 */
            p50Days: number | null;
            /** @example 8 */
            p90Days: number | null;
            /** @example 5.3 */
            meanDays: number | null;
        };
        CohortsReport: {
            /**
             * Format: date-time
             * @description The instant that the numbers are of.
             * @example 2026-03-01T09:00:00.000Z
             */
            asOf: string;
            /**
             * @description Version of the definitions of the numbers.
             * @enum {number}
             */
            definition: 1;
            /**
             * @description The group that was asked for.
             * @example berlin
             */
            group?: string;
            /**
             * @description Whose attempts are the group's: of who belongs to it now, or of who belonged to it when the attempt began. There where a group is.
             * @enum {string}
             */
            membership?: "current" | "atStart";
            /** @example fs */
            course: string;
            /** @enum {string} */
            by: "week" | "month";
            /** @description Those who enrolled in each period, oldest first. */
            items: components["schemas"]["CohortReport"][];
        };
        CohortReport: {
            /** @example 2026-W09 */
            cohort: string;
            /**
             * Format: date
             * @example 2026-02-23
             */
            from: string;
            /** @example 12 */
            enrolled: number;
            /** @example 12 */
            exempt: number;
            /** @example 12 */
            withdrawn: number;
            /** @example 12 */
            completed: number;
            /** @example 12 */
            inProgress: number;
            /** @example 12 */
            notStarted: number;
            /**
             * @description completed ÷ (enrolled − exempt).
             * @example 0.3333
             */
            completionRate: number | null;
            /** @example 0.3333 */
            low: number | null;
            /** @example 0.3333 */
            high: number | null;
            /**
             * @description From enrollment.
             * @example 8
             */
            p50Days: number | null;
            /**
             * @description Share completed at the end of the curve.
             * @example 0.3333
             */
            reached: number | null;
            /** @description Cumulative incidence of completion (Aalen–Johansen): withdrawal competes, attempts still going are censored. A point a day on which somebody completed or withdrew. */
            curve: components["schemas"]["CurvePoint"][];
        };
        ActivityReport: {
            /**
             * Format: date-time
             * @description The instant that the numbers are of.
             * @example 2026-03-01T09:00:00.000Z
             */
            asOf: string;
            /**
             * @description Version of the definitions of the numbers.
             * @enum {number}
             */
            definition: 1;
            /**
             * @description The group that was asked for.
             * @example berlin
             */
            group?: string;
            /**
             * @description Whose attempts are the group's: of who belongs to it now, or of who belonged to it when the attempt began. There where a group is.
             * @enum {string}
             */
            membership?: "current" | "atStart";
            /**
             * Format: date-time
             * @description Only attempts enrolled then or later are counted. There where it was asked for.
             * @example 2026-03-01T09:00:00.000Z
             */
            enrolledFrom?: string;
            /**
             * Format: date-time
             * @description Only attempts enrolled earlier are counted. There where it was asked for.
             * @example 2026-03-01T09:00:00.000Z
             */
            enrolledBefore?: string;
            /** @example fs */
            course: string;
            /** @enum {string} */
            by: "week" | "month";
            /** @description Oldest first, from the first with anything in it through the present one, and each to come with something in it. */
            items: components["schemas"]["PeriodActivity"][];
        };
        PeriodActivity: {
            /** @example 2026-W09 */
            period: string;
            /**
             * Format: date
             * @example 2026-02-23
             */
            from: string;
            /** @example 12 */
            enrollments: number;
            /**
             * @description First accesses.
             * @example 12
             */
            starts: number;
            /** @example 12 */
            completions: number;
            /** @description False while the period is running. */
            complete: boolean;
        };
        /** @description A current attempt; the last three fields are of the `lesson` asked for. */
        CourseLearner: {
            /**
             * @description Null once erased.
             * @example ada
             */
            learner: string | null;
            /** @example Ada Lovelace */
            name: string | null;
            /** @example 1 */
            attempt: number;
            /** @enum {string} */
            state: "exempt" | "withdrawn" | "completed" | "overdue" | "active" | "stalled" | "notStarted";
            completedLessons: number;
            totalLessons: number;
            /**
             * @description 0–100, truncated to two decimals; null where no lesson is required.
             * @example 50
             */
            progressPercentage: number | null;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            enrolledAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            firstViewedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            lastActivityAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            dueAt: string | null;
            /** @example Europe/Berlin */
            timeZone: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            completedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            withdrawnAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            exemptedAt: string | null;
            /**
             * @description The lesson viewed last.
             * @example fs-2
             */
            currentLesson: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            lessonFirstViewedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            lessonLastViewedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            lessonCompletedAt: string | null;
        };
        CourseLearnerPage: {
            items: components["schemas"]["CourseLearner"][];
            /** @description Cursor of the next page, as `after`; null on the last page. */
            next: string | null;
        };
        /** @description A current attempt, whichever course it is at. */
        ListedAttempt: {
            /**
             * @description Null once erased.
             * @example ada
             */
            learner: string | null;
            /** @example Ada Lovelace */
            name: string | null;
            /** @example fs */
            course: string;
            /** @example Fire safety 2026 */
            courseTitle: string;
            /** @example 1 */
            attempt: number;
            /** @enum {string} */
            state: "exempt" | "withdrawn" | "completed" | "overdue" | "active" | "stalled" | "notStarted";
            completedLessons: number;
            totalLessons: number;
            /**
             * @description 0–100, truncated to two decimals; null where no lesson is required.
             * @example 50
             */
            progressPercentage: number | null;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            enrolledAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            firstViewedAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            lastActivityAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            dueAt: string | null;
            /** @example Europe/Berlin */
            timeZone: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            completedAt: string | null;
        };
        AttemptPage: {
            items: components["schemas"]["ListedAttempt"][];
            /** @description Cursor of the next page, as `after`; null on the last page. */
            next: string | null;
        };
        OverdueAttempt: {
            /**
             * @description Null once erased.
             * @example ada
             */
            learner: string | null;
            /** @example Ada Lovelace */
            name: string | null;
            /** @example fs */
            course: string;
            /** @example Fire safety 2026 */
            courseTitle: string;
            /** @example 1 */
            attempt: number;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            originalDueAt: string;
            /** @example Europe/Berlin */
            timeZone: string | null;
            /**
             * @description The day begun counted whole: by the calendar of `timeZone`, of 24 hours without one.
             * @example 3
             */
            daysOverdue: number;
            /**
             * @description 0–100, truncated to two decimals; null where no lesson is required.
             * @example 50
             */
            progressPercentage: number | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            lastActivityAt: string | null;
        };
        OverduePage: {
            items: components["schemas"]["OverdueAttempt"][];
            /** @description Cursor of the next page, as `after`; null on the last page. */
            next: string | null;
        };
        DueAttempt: {
            /**
             * @description Null once erased.
             * @example ada
             */
            learner: string | null;
            /** @example Ada Lovelace */
            name: string | null;
            /** @example fs */
            course: string;
            /** @example Fire safety 2026 */
            courseTitle: string;
            /** @example 1 */
            attempt: number;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            dueAt: string;
            /** @example Europe/Berlin */
            timeZone: string | null;
            /** @example 2 */
            lessonsLeft: number;
            started: boolean;
            /**
             * @description A median by the calendar; null while nobody has completed one.
             * @example 86400
             */
            secondsPerLesson: number | null;
            /**
             * @description Until the deadline.
             * @example 86400
             */
            secondsLeft: number;
            /**
             * @description lessonsLeft × secondsPerLesson.
             * @example 86400
             */
            secondsNeeded: number | null;
            /** @description Not started, or secondsNeeded > secondsLeft. */
            atRisk: boolean;
            /**
             * @description 0–100, truncated to two decimals; null where no lesson is required.
             * @example 50
             */
            progressPercentage: number | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            lastActivityAt: string | null;
        };
        DueNextPage: {
            items: components["schemas"]["DueAttempt"][];
            /** @description Cursor of the next page, as `after`; null on the last page. */
            next: string | null;
        };
        OverviewReport: {
            /**
             * Format: date-time
             * @description The instant that the numbers are of.
             * @example 2026-03-01T09:00:00.000Z
             */
            asOf: string;
            /**
             * @description Version of the definitions of the numbers.
             * @enum {number}
             */
            definition: 1;
            /**
             * @description The group that was asked for.
             * @example berlin
             */
            group?: string;
            /**
             * @description Whose attempts are the group's: of who belongs to it now, or of who belonged to it when the attempt began. There where a group is.
             * @enum {string}
             */
            membership?: "current" | "atStart";
            /**
             * Format: date-time
             * @description Only attempts enrolled then or later are counted. There where it was asked for.
             * @example 2026-03-01T09:00:00.000Z
             */
            enrolledFrom?: string;
            /**
             * Format: date-time
             * @description Only attempts enrolled earlier are counted. There where it was asked for.
             * @example 2026-03-01T09:00:00.000Z
             */
            enrolledBefore?: string;
            overdue: components["schemas"]["OverviewOverdue"];
            dueSoon: components["schemas"]["OverviewDueSoon"];
            completed: components["schemas"]["OverviewCompleted"];
            stalled: components["schemas"]["OverviewStalled"];
            attention: components["schemas"]["OverviewAttention"];
        };
        OverviewOverdue: {
            /** @example 12 */
            attempts: number;
            /**
             * @description How many were 24 hours before `asOf`, as was known then. Of a group, of its members of now.
             * @example 12
             */
            attemptsYesterday: number;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            oldestDueAt: string | null;
            /** @description The one with most of them. */
            course: {
                /** @example fs */
                course: string;
                /** @example Fire safety 2026 */
                title: string;
                /** @example 12 */
                overdue: number;
            } | null;
        };
        OverviewDueSoon: {
            /** @enum {number} */
            days: 7;
            /** @example 12 */
            attempts: number;
            /**
             * @description As in the list of whose deadline comes next.
             * @example 12
             */
            atRisk: number;
        };
        /** @description In the last seven full days of the tenant's time zone. */
        OverviewCompleted: {
            /** @enum {number} */
            days: 7;
            /**
             * Format: date
             * @example 2026-02-23
             */
            from: string;
            /**
             * Format: date
             * @description The day of `asOf`, not counted: it is not over.
             * @example 2026-02-23
             */
            before: string;
            /** @example 12 */
            attempts: number;
            /**
             * @description In the seven days before `from`.
             * @example 12
             */
            attemptsPrevious: number;
        };
        OverviewStalled: {
            /** @example 12 */
            attempts: number;
            /** @description The one with most of them. */
            course: {
                /** @example fs */
                course: string;
                /** @example Fire safety 2026 */
                title: string;
                /** @example 12 */
                stalled: number;
            } | null;
        };
        OverviewAttention: {
            worstLesson: components["schemas"]["WorstLesson"];
        };
        /** @description The lesson that most leave their course at, by the lower bound of that rate. */
        WorstLesson: {
            /** @example fs */
            course: string;
            /** @example Fire safety 2026 */
            courseTitle: string;
            /** @example fs-1 */
            lesson: string;
            /** @example Why fires start */
            title: string;
            /** @example 12 */
            stoppedHere: number;
            /** @example 12 */
            viewed: number;
            /**
             * @description stoppedHere ÷ viewed.
             * @example 0.3333
             */
            stoppedHereRate: number | null;
            /**
             * @description Of Wilson's 95 % interval.
             * @example 0.3333
             */
            stoppedHereRateLow: number | null;
        } | null;
        DeadlinesReport: {
            /**
             * Format: date-time
             * @description The instant that the numbers are of.
             * @example 2026-03-01T09:00:00.000Z
             */
            asOf: string;
            /**
             * @description Version of the definitions of the numbers.
             * @enum {number}
             */
            definition: 1;
            /**
             * @description The group that was asked for.
             * @example berlin
             */
            group?: string;
            /**
             * @description Whose attempts are the group's: of who belongs to it now, or of who belonged to it when the attempt began. There where a group is.
             * @enum {string}
             */
            membership?: "current" | "atStart";
            /**
             * Format: date-time
             * @description Only attempts enrolled then or later are counted. There where it was asked for.
             * @example 2026-03-01T09:00:00.000Z
             */
            enrolledFrom?: string;
            /**
             * Format: date-time
             * @description Only attempts enrolled earlier are counted. There where it was asked for.
             * @example 2026-03-01T09:00:00.000Z
             */
            enrolledBefore?: string;
            ageing: components["schemas"]["OverdueAgeing"];
            /** @description Open attempts that fall due on what is left of today and on each of the 41 days after, in the tenant's time zone. */
            upcoming: components["schemas"]["UpcomingDay"][];
            /** @description By the month of the deadline in the tenant's time zone: twelve, oldest first, the last one still running. */
            onTime: components["schemas"]["OnTimeMonth"][];
        };
        /** @description Overdue attempts by `daysOverdue`; together all of them. */
        OverdueAgeing: {
            /** @example 12 */
            days1To7: number;
            /** @example 12 */
            days8To30: number;
            /** @example 12 */
            days31To90: number;
            /** @example 12 */
            daysOver90: number;
        };
        UpcomingDay: {
            /**
             * Format: date
             * @example 2026-02-23
             */
            from: string;
            /** @example 12 */
            due: number;
        };
        OnTimeMonth: {
            /** @example 2026-03 */
            month: string;
            /**
             * @description Attempts whose deadline has come.
             * @example 12
             */
            due: number;
            /** @example 12 */
            onTime: number;
            /**
             * @description onTime ÷ due, with Wilson's 95 % interval.
             * @example 0.3333
             */
            rate: number | null;
            /** @example 0.3333 */
            low: number | null;
            /** @example 0.3333 */
            high: number | null;
        };
        CourseActivity: {
            /** @example fs */
            course: string;
            /** @example Fire safety 2026 */
            title: string;
            /** @description Oldest first: the full ones that were asked for, and the one that is running. */
            periods: components["schemas"]["PeriodActivity"][];
        };
        CourseActivityPage: {
            items: components["schemas"]["CourseActivity"][];
            /** @description Cursor of the next page, as `after`; null on the last page. */
            next: string | null;
        };
        ManualChange: {
            id: string;
            /** @enum {string} */
            type: "deadline.moved" | "enrollment.exempted" | "enrollment.reinstated" | "enrollment.withdrawn";
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            occurredAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            receivedAt: string;
            /**
             * @description Null once erased.
             * @example ada
             */
            learner: string | null;
            /** @example Ada Lovelace */
            name: string | null;
            /** @example fs */
            course: string;
            /** @example Fire safety 2026 */
            courseTitle: string;
            /** @example 1 */
            attempt: number;
            reason: string | null;
            /** @example administrator grace */
            actor: string | null;
            /** @example api */
            source: string | null;
            data: components["schemas"]["DeadlineMove"];
        };
        /** @description Of a deadline that was moved; nulls of anything else. */
        DeadlineMove: {
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            from: string | null;
            /** @example Europe/Berlin */
            fromTimeZone: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            to: string | null;
            /** @example Europe/Berlin */
            timeZone: string | null;
        };
        ChangesPage: {
            items: components["schemas"]["ManualChange"][];
            /** @description Cursor of the next page, as `after`; null on the last page. */
            next: string | null;
        };
        DataHealth: {
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            asOf: string;
            /** @description At most 200, the last to send first; of those that sent within 30 days. */
            sources: components["schemas"]["SourceHealth"][];
            /** @description Of the last 7 days: at most 200, the most frequent first. */
            refusals: {
                /**
                 * @description An API key's name, or `learner` or `administrator` for all tokens of that role, or `open` on a server that asks nobody.
                 * @example lms
                 */
                source: string;
                code: string;
                n: number;
                /**
                 * Format: date-time
                 * @description RFC 3339, in UTC, to the millisecond.
                 * @example 2026-03-01T09:00:00.000Z
                 */
                lastAt: string;
            }[];
            feed: {
                /** @description Of its last entry; 0 where there is none. */
                position: number;
                /**
                 * Format: date-time
                 * @description When that entry was received.
                 * @example 2026-03-01T09:00:00.000Z
                 */
                lastReceivedAt: string | null;
                /** @description Something was committed that nobody has read the feed up to. */
                isBehind: boolean;
            };
            reports: {
                /** @description Changes of counts that are not folded into sums, up to 10,000. Reports add them. */
                waiting: number;
                /** @description Courses whose attempts follow an outline edit. Answers go by it already. */
                recounts: number;
            };
            webhooks: {
                enabled: number;
                /** @description Those at which nothing arrived when last tried. */
                failing: number;
                /** @description Deliveries that failed and are tried again. */
                waiting: number;
                /** @description Deliveries that failed for good. */
                givenUp: number;
            };
            /** @description What `milepost doctor` found last; null where it has not run. */
            doctor: components["schemas"]["DoctorRun"] | null;
        };
        SourceHealth: {
            /**
             * @description An API key's name, or `learner` or `administrator` for all tokens of that role, or `open` on a server that asks nobody.
             * @example lms
             */
            source: string;
            /**
             * Format: date-time
             * @description The latest time at which a fact of it occurred. Null: none was taken.
             * @example 2026-03-01T09:00:00.000Z
             */
            lastEventAt: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            lastReceivedAt: string;
            recorded24h: number;
            /** @description Told before: duplicates that were dropped. */
            unchanged24h: number;
            refused24h: number;
            /** @description Those with a time ahead of the server's clock: the source's clock is wrong. */
            clamped24h: number;
            /** @description From when facts occurred to when they were recorded: half of them within `p50`, 95 of 100 within `p95`, to the next power of two. Null where none was recorded. */
            lagSeconds: {
                p50: number;
                p95: number;
            } | null;
            /** @description It sent on at least 5 of the 7 days before the last 24 hours, and nothing in those. */
            isSilent: boolean;
        };
        DoctorRun: {
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            ranAt: string;
            isRepair: boolean;
            /** @description How many it looked at. */
            attempts: number;
            /** @description Stored numbers that did not follow from the facts. */
            differences: number;
            /** @description Of them, those that it did not mend. */
            remaining: number;
            durationMs: number;
            /** @description None remained. */
            ok: boolean;
        };
        SavedViewList: {
            items: components["schemas"]["SavedView"][];
        };
        SavedView: {
            /** @example 1 */
            id: string;
            name: string;
            /** @example courses */
            page: string;
            query: string;
            /**
             * @description `everyone`: all who may read views see it. Its owner alone may change it.
             * @enum {string}
             */
            visibility: "me" | "everyone";
            /** @description What the page shows its owner first: of you only where `isOwn`. */
            isDefault: boolean;
            /**
             * @description `administrator` and the `sub` of a token, `key` and the name of an API key, or `open` on a server that asks nobody.
             * @example administrator eve
             */
            owner: string;
            /** @description It is yours: you may change and delete it. */
            isOwn: boolean;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            updatedAt: string;
        };
        SavedViewInput: {
            /** @description Need not be the only one of its name. */
            name: string;
            /**
             * @description A page of the dashboard.
             * @example courses
             * @enum {string}
             */
            page: "overview" | "courses" | "course" | "deadlines" | "learners" | "learner" | "data-health";
            /**
             * @description The query string of the page's URL, without the `?`. Kept as it is.
             * @example v=1&group=night-shift&sort=overdue
             */
            query: string;
            /**
             * @description `everyone`: all who may read views see it. Its owner alone may change it.
             * @enum {string}
             */
            visibility: "me" | "everyone";
            /**
             * @description What the page shows you first, instead of another view of yours.
             * @default false
             */
            isDefault?: boolean;
        };
        SavedViewDeleted: {
            id: string;
        };
        WebhookWithSecret: {
            /** @example 1 */
            id: string;
            url: string;
            /** @description Null: all. */
            types: string[] | null;
            description: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Nothing is sent from then on.
             * @example 2026-03-01T09:00:00.000Z
             */
            disabledAt: string | null;
            /**
             * @description `administrator`: by a call. `gone`: the receiver answered 410. `failing`: for three days nothing arrived.
             * @enum {string|null}
             */
            disabledReason: "administrator" | "gone" | "failing" | null;
            /** @description Raised by each rotation, from 1. */
            secretVersion: number;
            /**
             * Format: date-time
             * @description Until then events are signed with the secret before this one too.
             * @example 2026-03-01T09:00:00.000Z
             */
            formerSecretUntil: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            lastSuccessAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            lastFailureAt: string | null;
            /** @description Deliveries that failed and are tried again. */
            waiting: number;
            /** @description Deliveries that failed for good. */
            givenUp: number;
            /**
             * @description What receivers verify signatures with. Shown here and never again.
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
             */
            secret: string;
        };
        WebhookInput: {
            /**
             * Format: uri
             * @description `https://` of a public host, without credentials or fragment.
             * @example https://academy.example/hooks/milepost
             */
            url: string;
            /** @description Entries of these types only; left out or null, all. */
            types?: ("enrollment.created" | "enrollment.withdrawn" | "enrollment.exempted" | "enrollment.reinstated" | "deadline.moved" | "lesson.completed" | "lesson.completion_repeated" | "course.completed" | "outline.changed" | "learner.erased" | "progress.repaired")[] | null;
            /** @description What it is for. */
            description?: string | null;
        };
        WebhookList: {
            items: components["schemas"]["Webhook"][];
        };
        Webhook: {
            /** @example 1 */
            id: string;
            url: string;
            /** @description Null: all. */
            types: string[] | null;
            description: string | null;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Nothing is sent from then on.
             * @example 2026-03-01T09:00:00.000Z
             */
            disabledAt: string | null;
            /**
             * @description `administrator`: by a call. `gone`: the receiver answered 410. `failing`: for three days nothing arrived.
             * @enum {string|null}
             */
            disabledReason: "administrator" | "gone" | "failing" | null;
            /** @description Raised by each rotation, from 1. */
            secretVersion: number;
            /**
             * Format: date-time
             * @description Until then events are signed with the secret before this one too.
             * @example 2026-03-01T09:00:00.000Z
             */
            formerSecretUntil: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            lastSuccessAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            lastFailureAt: string | null;
            /** @description Deliveries that failed and are tried again. */
            waiting: number;
            /** @description Deliveries that failed for good. */
            givenUp: number;
        };
        WebhookUpdate: {
            /**
             * Format: uri
             * @description `https://` of a public host, without credentials or fragment.
             * @example https://academy.example/hooks/milepost
             */
            url: string;
            /** @description Entries of these types only; left out or null, all. */
            types?: ("enrollment.created" | "enrollment.withdrawn" | "enrollment.exempted" | "enrollment.reinstated" | "deadline.moved" | "lesson.completed" | "lesson.completion_repeated" | "course.completed" | "outline.changed" | "learner.erased" | "progress.repaired")[] | null;
            /** @description What it is for. */
            description?: string | null;
            disabled?: boolean;
        };
        WebhookDeleted: {
            id: string;
            /** @description Events that had failed to arrive. */
            givenUp: number;
        };
        WebhookTested: {
            /** @description The receiver answered with a status of 2xx. */
            arrived: boolean;
            /** @description Null where there was no answer. */
            status: number | null;
            /** @description Null where it arrived. */
            error: string | null;
            /** @description The `webhook-id` that was sent. */
            messageId: string;
        };
        WebhookFailurePage: {
            items: components["schemas"]["WebhookFailure"][];
            /** @description Cursor of the next page, as `after`; null on the last page. */
            next: string | null;
        };
        WebhookFailure: {
            /** @example 815 */
            id: string;
            /**
             * @description The `webhook-id`.
             * @example evt_4711
             */
            messageId: string;
            /** @example lesson.completed */
            type: string;
            /**
             * @description `waiting`: sent again at `nextAttemptAt`. `givenUp`: only when asked for.
             * @enum {string}
             */
            state: "waiting" | "givenUp";
            /** @description Since it first failed, or was asked for anew. */
            attempts: number;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            firstFailedAt: string;
            /**
             * Format: date-time
             * @description RFC 3339, in UTC, to the millisecond.
             * @example 2026-03-01T09:00:00.000Z
             */
            lastFailedAt: string;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            nextAttemptAt: string | null;
            /**
             * Format: date-time
             * @example 2026-03-01T09:00:00.000Z
             */
            givenUpAt: string | null;
            /** @description Null where there was no answer. */
            lastStatus: number | null;
            /** @example The receiver answered 500. */
            lastError: string;
        };
    };
    responses: {
        /** @description - `request_invalid`: The request does not have the documented form. */
        Unreadable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `token_required`: This needs an API key or a token.
         *     - `token_invalid`: The API key or token is unknown, expired or revoked.
         */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `forbidden`: The API key or token does not allow this.
         *     - `origin_refused`: An open server answers only requests that come from this machine's own pages.
         */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `route_not_found`: There is nothing at this address. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `rate_limited`: More requests came than this key or person may send in a minute. */
        TooMany: {
            headers: {
                /** @description Seconds to wait. */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `request_too_slow`: The body did not arrive in time. */
        TooSlow: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `media_type_unsupported`: The body's Content-Type is missing or not one this address takes, or it is compressed. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `internal_error`: Something failed on our side; it has been logged. */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `database_unavailable`: The database cannot be reached.
         *     - `database_not_migrated`: The database has not been migrated.
         *     - `database_busy`: The database is too busy; the request changed nothing.
         *     - `streams_exhausted`: As many streams are open as this server keeps.
         *     - `tokens_unverifiable`: The keys that tokens are verified with cannot be fetched.
         *     - `timed_out`: The answer took too long. A write may still have been done: repeat it to be sure.
         */
        Unavailable: {
            headers: {
                /** @description Seconds to wait. */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Problem = components['schemas']['Problem'];
export type ProblemCode = components['schemas']['ProblemCode'];
export type OutlineSaved = components['schemas']['OutlineSaved'];
export type Lesson = components['schemas']['Lesson'];
export type OutlineChange = components['schemas']['OutlineChange'];
export type Outline = components['schemas']['Outline'];
export type OutlineInput = components['schemas']['OutlineInput'];
export type LessonInput = components['schemas']['LessonInput'];
export type OutlinePreview = components['schemas']['OutlinePreview'];
export type CoursePage = components['schemas']['CoursePage'];
export type CourseSummary = components['schemas']['CourseSummary'];
export type OutlineChangePage = components['schemas']['OutlineChangePage'];
export type OutlineChangeEntry = components['schemas']['OutlineChangeEntry'];
export type Learner = components['schemas']['Learner'];
export type LearnerInput = components['schemas']['LearnerInput'];
export type LearnerErased = components['schemas']['LearnerErased'];
export type LearnerPage = components['schemas']['LearnerPage'];
export type ListedLearner = components['schemas']['ListedLearner'];
export type LearnerProfile = components['schemas']['LearnerProfile'];
export type LearnerMembership = components['schemas']['LearnerMembership'];
export type Group = components['schemas']['Group'];
export type GroupInput = components['schemas']['GroupInput'];
export type GroupPage = components['schemas']['GroupPage'];
export type GroupMemberPage = components['schemas']['GroupMemberPage'];
export type GroupMember = components['schemas']['GroupMember'];
export type GroupMembership = components['schemas']['GroupMembership'];
export type GroupMemberInput = components['schemas']['GroupMemberInput'];
export type GroupMemberResults = components['schemas']['GroupMemberResults'];
export type GroupMemberResult = components['schemas']['GroupMemberResult'];
export type GroupMemberBatch = components['schemas']['GroupMemberBatch'];
export type Enrollment = components['schemas']['Enrollment'];
export type EnrollmentInput = components['schemas']['EnrollmentInput'];
export type WithdrawalInput = components['schemas']['WithdrawalInput'];
export type ExemptionInput = components['schemas']['ExemptionInput'];
export type ReinstatementInput = components['schemas']['ReinstatementInput'];
export type RetakeInput = components['schemas']['RetakeInput'];
export type EnrollmentResults = components['schemas']['EnrollmentResults'];
export type EnrollmentResult = components['schemas']['EnrollmentResult'];
export type EnrollmentBatch = components['schemas']['EnrollmentBatch'];
export type DeadlineResult = components['schemas']['DeadlineResult'];
export type DeadlineResults = components['schemas']['DeadlineResults'];
export type DeadlineBatch = components['schemas']['DeadlineBatch'];
export type DeadlineAct = components['schemas']['DeadlineAct'];
export type ExemptionResult = components['schemas']['ExemptionResult'];
export type ExemptionResults = components['schemas']['ExemptionResults'];
export type ExemptionBatch = components['schemas']['ExemptionBatch'];
export type AttemptId = components['schemas']['AttemptId'];
export type FactAnswer = components['schemas']['FactAnswer'];
export type Outcome = components['schemas']['Outcome'];
export type LessonRecord = components['schemas']['LessonRecord'];
export type CourseProgress = components['schemas']['CourseProgress'];
export type FactInput = components['schemas']['FactInput'];
export type EventResults = components['schemas']['EventResults'];
export type EventResult = components['schemas']['EventResult'];
export type EventBatch = components['schemas']['EventBatch'];
export type Event = components['schemas']['Event'];
export type CourseProgressPage = components['schemas']['CourseProgressPage'];
export type DueState = components['schemas']['DueState'];
export type LessonState = components['schemas']['LessonState'];
export type RetiredLessonState = components['schemas']['RetiredLessonState'];
export type Resume = components['schemas']['Resume'];
export type Explanation = components['schemas']['Explanation'];
export type TimelinePage = components['schemas']['TimelinePage'];
export type LedgerEntry = components['schemas']['LedgerEntry'];
export type LedgerEntryType = components['schemas']['LedgerEntryType'];
export type LearnerCoursePage = components['schemas']['LearnerCoursePage'];
export type LearnerCourse = components['schemas']['LearnerCourse'];
export type FeedPage = components['schemas']['FeedPage'];
export type FeedEntry = components['schemas']['FeedEntry'];
export type Caller = components['schemas']['Caller'];
export type CourseReport = components['schemas']['CourseReport'];
export type MaturedRate = components['schemas']['MaturedRate'];
export type CourseReportPage = components['schemas']['CourseReportPage'];
export type CourseReportDetail = components['schemas']['CourseReportDetail'];
export type CourseStates = components['schemas']['CourseStates'];
export type OnTimeRate = components['schemas']['OnTimeRate'];
export type LessonsReport = components['schemas']['LessonsReport'];
export type LessonReport = components['schemas']['LessonReport'];
export type TimeToComplete = components['schemas']['TimeToComplete'];
export type CurvePoint = components['schemas']['CurvePoint'];
export type Finishers = components['schemas']['Finishers'];
export type CohortsReport = components['schemas']['CohortsReport'];
export type CohortReport = components['schemas']['CohortReport'];
export type ActivityReport = components['schemas']['ActivityReport'];
export type PeriodActivity = components['schemas']['PeriodActivity'];
export type CourseLearner = components['schemas']['CourseLearner'];
export type CourseLearnerPage = components['schemas']['CourseLearnerPage'];
export type ListedAttempt = components['schemas']['ListedAttempt'];
export type AttemptPage = components['schemas']['AttemptPage'];
export type OverdueAttempt = components['schemas']['OverdueAttempt'];
export type OverduePage = components['schemas']['OverduePage'];
export type DueAttempt = components['schemas']['DueAttempt'];
export type DueNextPage = components['schemas']['DueNextPage'];
export type OverviewReport = components['schemas']['OverviewReport'];
export type OverviewOverdue = components['schemas']['OverviewOverdue'];
export type OverviewDueSoon = components['schemas']['OverviewDueSoon'];
export type OverviewCompleted = components['schemas']['OverviewCompleted'];
export type OverviewStalled = components['schemas']['OverviewStalled'];
export type OverviewAttention = components['schemas']['OverviewAttention'];
export type WorstLesson = components['schemas']['WorstLesson'];
export type DeadlinesReport = components['schemas']['DeadlinesReport'];
export type OverdueAgeing = components['schemas']['OverdueAgeing'];
export type UpcomingDay = components['schemas']['UpcomingDay'];
export type OnTimeMonth = components['schemas']['OnTimeMonth'];
export type CourseActivity = components['schemas']['CourseActivity'];
export type CourseActivityPage = components['schemas']['CourseActivityPage'];
export type ManualChange = components['schemas']['ManualChange'];
export type DeadlineMove = components['schemas']['DeadlineMove'];
export type ChangesPage = components['schemas']['ChangesPage'];
export type DataHealth = components['schemas']['DataHealth'];
export type SourceHealth = components['schemas']['SourceHealth'];
export type DoctorRun = components['schemas']['DoctorRun'];
export type SavedViewList = components['schemas']['SavedViewList'];
export type SavedView = components['schemas']['SavedView'];
export type SavedViewInput = components['schemas']['SavedViewInput'];
export type SavedViewDeleted = components['schemas']['SavedViewDeleted'];
export type WebhookWithSecret = components['schemas']['WebhookWithSecret'];
export type WebhookInput = components['schemas']['WebhookInput'];
export type WebhookList = components['schemas']['WebhookList'];
export type Webhook = components['schemas']['Webhook'];
export type WebhookUpdate = components['schemas']['WebhookUpdate'];
export type WebhookDeleted = components['schemas']['WebhookDeleted'];
export type WebhookTested = components['schemas']['WebhookTested'];
export type WebhookFailurePage = components['schemas']['WebhookFailurePage'];
export type WebhookFailure = components['schemas']['WebhookFailure'];
export type ResponseUnreadable = components['responses']['Unreadable'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseTooMany = components['responses']['TooMany'];
export type ResponseTooSlow = components['responses']['TooSlow'];
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType'];
export type ResponseInternalError = components['responses']['InternalError'];
export type ResponseUnavailable = components['responses']['Unavailable'];
export type $defs = Record<string, never>;
export interface operations {
    readOutline: {
        parameters: {
            query?: never;
            header?: {
                /** @description An ETag already known. */
                "if-none-match"?: string;
            };
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                course: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The outline. */
            200: {
                headers: {
                    /** @description The outline's version, such as `"3"`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outline"];
                };
            };
            /** @description It is still the one named by If-None-Match. */
            304: {
                headers: {
                    /** @description The outline's version, such as `"3"`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    putOutline: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the outline that the edit began with: refused when it is another by now. */
                "if-match"?: string;
                /** @description `*`: refused unless the course is new. */
                "if-none-match"?: "*";
            };
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                course: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Fire safety 2026",
                 *       "lessons": [
                 *         {
                 *           "id": "fs-1",
                 *           "title": "Why fires start",
                 *           "section": "Basics"
                 *         },
                 *         {
                 *           "id": "fs-2",
                 *           "title": "Extinguishers"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["OutlineInput"];
            };
        };
        responses: {
            /** @description The outline as it is now. */
            200: {
                headers: {
                    /** @description The outline's version, such as `"3"`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutlineSaved"];
                };
            };
            /** @description The course was created. */
            201: {
                headers: {
                    /** @description The outline's version, such as `"3"`. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutlineSaved"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description - `tenant_not_found`: No such tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description - `lesson_of_another_course`: A lesson id of this outline belongs to another course. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `outline_version_mismatch`: The outline has been edited since the version that was named. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `body_too_large`: The body is larger than this address takes.
             *     - `outline_too_large`: An outline has at most 2,000 lessons.
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `lesson_repeated`: A lesson id stands in the outline twice.
             *     - `replacement_not_found`: A replacement names a lesson that is not in the outline.
             *     - `text_out_of_range`: A text is longer than its field takes, or empty.
             *     - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    previewOutline: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes repeating safe: the same key and request are answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                course: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "title": "Fire safety 2026",
                 *       "lessons": [
                 *         {
                 *           "id": "fs-1",
                 *           "title": "Why fires start",
                 *           "section": "Basics"
                 *         },
                 *         {
                 *           "id": "fs-2",
                 *           "title": "Extinguishers"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["OutlineInput"];
            };
        };
        responses: {
            /** @description The outline as it would be. */
            200: {
                headers: {
                    /** @description `true` on an answer sent again. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutlinePreview"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description - `tenant_not_found`: No such tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description - `lesson_of_another_course`: A lesson id of this outline belongs to another course. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `body_too_large`: The body is larger than this address takes.
             *     - `outline_too_large`: An outline has at most 2,000 lessons.
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `idempotency_key_reused`: The Idempotency-Key was used for another request.
             *     - `lesson_repeated`: A lesson id stands in the outline twice.
             *     - `text_out_of_range`: A text is longer than its field takes, or empty.
             *     - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCourses: {
        parameters: {
            query?: {
                /** @description How many items to answer at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of courses. */
            200: {
                headers: {
                    /** @description The next page: `<…>; rel="next"`. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoursePage"];
                };
            };
            /**
             * @description - `cursor_invalid`: The cursor is not one that a page answered.
             *     - `limit_out_of_range`: A page has 1 to 1,000 rows.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description - `tenant_not_found`: No such tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOutlineChanges: {
        parameters: {
            query?: {
                /** @description How many items to answer at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                course: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of edits. */
            200: {
                headers: {
                    /** @description The next page: `<…>; rel="next"`. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutlineChangePage"];
                };
            };
            /**
             * @description - `cursor_invalid`: The cursor is not one that a page answered.
             *     - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `limit_out_of_range`: A page has 1 to 1,000 rows.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readLearner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                learner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The learner. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearnerProfile"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `learner_not_found`: No such learner.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    putLearner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                learner: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Ada Lovelace",
                 *       "timeZone": "Europe/London"
                 *     }
                 */
                "application/json": components["schemas"]["LearnerInput"];
            };
        };
        responses: {
            /** @description The learner as they are now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Learner"];
                };
            };
            /** @description The learner was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Learner"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description - `tenant_not_found`: No such tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description - `body_too_large`: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `text_out_of_range`: A text is longer than its field takes, or empty.
             *     - `time_zone_unknown`: No such IANA time zone.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    eraseLearner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                learner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person is gone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearnerErased"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `learner_not_found`: No such learner.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listLearners: {
        parameters: {
            query?: {
                /** @description How many items to answer at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description What the name, its second or third word, or the id begins with, in capitals or not; everybody when omitted. */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of learners. */
            200: {
                headers: {
                    /** @description The next page: `<…>; rel="next"`. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearnerPage"];
                };
            };
            /**
             * @description - `cursor_invalid`: The cursor is not one that a page answered.
             *     - `limit_out_of_range`: A page has 1 to 1,000 rows.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description - `tenant_not_found`: No such tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `text_out_of_range`: A text is longer than its field takes, or empty. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `group_not_found`: No such group.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    putGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                group: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Night shift",
                 *       "kind": "team"
                 *     }
                 */
                "application/json": components["schemas"]["GroupInput"];
            };
        };
        responses: {
            /** @description The group as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /** @description The group was created. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description - `tenant_not_found`: No such tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description - `body_too_large`: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /** @description - `text_out_of_range`: A text is longer than its field takes, or empty. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listGroups: {
        parameters: {
            query?: {
                /** @description How many items to answer at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of groups. */
            200: {
                headers: {
                    /** @description The next page: `<…>; rel="next"`. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupPage"];
                };
            };
            /**
             * @description - `cursor_invalid`: The cursor is not one that a page answered.
             *     - `limit_out_of_range`: A page has 1 to 1,000 rows.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description - `tenant_not_found`: No such tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listGroupMembers: {
        parameters: {
            query?: {
                /** @description How many items to answer at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                group: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of members. */
            200: {
                headers: {
                    /** @description The next page: `<…>; rel="next"`. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupMemberPage"];
                };
            };
            /**
             * @description - `cursor_invalid`: The cursor is not one that a page answered.
             *     - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `limit_out_of_range`: A page has 1 to 1,000 rows.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `group_not_found`: No such group.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    putGroupMembers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes repeating safe: the same key and request are answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                group: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "learners": [
                 *         "ada",
                 *         "grace"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["GroupMemberBatch"];
            };
        };
        responses: {
            /** @description What became of each. */
            200: {
                headers: {
                    /** @description `true` on an answer sent again. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupMemberResults"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `group_not_found`: No such group.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /**
             * @description - `batch_too_large`: The batch holds more items than one call takes.
             *     - `body_too_large`: The body is larger than this address takes.
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `idempotency_key_reused`: The Idempotency-Key was used for another request.
             *     - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    putGroupMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                group: string;
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                learner: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "joinedAt": "2026-03-01T09:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["GroupMemberInput"];
            };
        };
        responses: {
            /** @description The membership that goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupMembership"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `group_not_found`: No such group.
             *     - `learner_not_found`: No such learner.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description - `body_too_large`: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /** @description - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeGroupMember: {
        parameters: {
            query?: {
                /** @description When the membership ends. Now when omitted; ahead of our clock it is taken as now. */
                leftAt?: string;
            };
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                group: string;
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                learner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last membership on record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupMembership"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `group_not_found`: No such group.
             *     - `learner_not_found`: No such learner.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    enroll: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                course: string;
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                learner: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "due": {
                 *         "onDate": "2026-04-24",
                 *         "timeZone": "Europe/Berlin"
                 *       },
                 *       "source": "hr"
                 *     }
                 */
                "application/json": components["schemas"]["EnrollmentInput"];
            };
        };
        responses: {
            /** @description The current attempt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrollment"];
                };
            };
            /** @description The first attempt was opened. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrollment"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description - `body_too_large`: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `due_out_of_range`: A deadline is an instant, a local date with its zone, or 0 to 36,500 days after enrollment.
             *     - `text_out_of_range`: A text is longer than its field takes, or empty.
             *     - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be.
             *     - `time_zone_unknown`: No such IANA time zone.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes repeating safe: the same key and request are answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                course: string;
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                learner: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "Left the company."
                 *     }
                 */
                "application/json": components["schemas"]["WithdrawalInput"];
            };
        };
        responses: {
            /** @description The withdrawn attempt. */
            200: {
                headers: {
                    /** @description `true` on an answer sent again. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrollment"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `enrollment_not_found`: The learner has no such enrollment in this course.
             *     - `learner_not_found`: No such learner.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description - `body_too_large`: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `idempotency_key_reused`: The Idempotency-Key was used for another request.
             *     - `text_out_of_range`: A text is longer than its field takes, or empty.
             *     - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exempt: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes repeating safe: the same key and request are answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                course: string;
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                learner: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Holds the external certificate."
                 *     }
                 */
                "application/json": components["schemas"]["ExemptionInput"];
            };
        };
        responses: {
            /** @description The exempted attempt. */
            200: {
                headers: {
                    /** @description `true` on an answer sent again. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrollment"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `enrollment_not_found`: The learner has no such enrollment in this course.
             *     - `learner_not_found`: No such learner.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description - `body_too_large`: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `idempotency_key_reused`: The Idempotency-Key was used for another request.
             *     - `reason_required`: What is done by hand states its reason.
             *     - `text_out_of_range`: A text is longer than its field takes, or empty.
             *     - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reinstate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes repeating safe: the same key and request are answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                course: string;
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                learner: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The external certificate has expired."
                 *     }
                 */
                "application/json": components["schemas"]["ReinstatementInput"];
            };
        };
        responses: {
            /** @description The attempt, no more exempt. */
            200: {
                headers: {
                    /** @description `true` on an answer sent again. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrollment"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `enrollment_not_found`: The learner has no such enrollment in this course.
             *     - `learner_not_found`: No such learner.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description - `body_too_large`: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `idempotency_key_reused`: The Idempotency-Key was used for another request.
             *     - `reason_required`: What is done by hand states its reason.
             *     - `text_out_of_range`: A text is longer than its field takes, or empty.
             *     - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    retake: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes repeating safe: the same key and request are answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                course: string;
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                learner: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "due": {
                 *         "afterDays": 30
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["RetakeInput"];
            };
        };
        responses: {
            /** @description The next attempt, which is the current one now. */
            201: {
                headers: {
                    /** @description `true` on an answer sent again. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrollment"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `enrollment_not_found`: The learner has no such enrollment in this course.
             *     - `learner_not_found`: No such learner.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description - `attempt_open`: The current attempt is neither complete, withdrawn nor exempt. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body_too_large`: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `due_out_of_range`: A deadline is an instant, a local date with its zone, or 0 to 36,500 days after enrollment.
             *     - `idempotency_key_reused`: The Idempotency-Key was used for another request.
             *     - `text_out_of_range`: A text is longer than its field takes, or empty.
             *     - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be.
             *     - `time_zone_unknown`: No such IANA time zone.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    enrollMany: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes repeating safe: the same key and request are answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                course: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "learners": [
                 *         "ada",
                 *         "grace"
                 *       ],
                 *       "due": {
                 *         "afterDays": 30
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["EnrollmentBatch"];
            };
        };
        responses: {
            /** @description What became of each. */
            200: {
                headers: {
                    /** @description `true` on an answer sent again. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnrollmentResults"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /**
             * @description - `batch_too_large`: The batch holds more items than one call takes.
             *     - `body_too_large`: The body is larger than this address takes.
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `due_out_of_range`: A deadline is an instant, a local date with its zone, or 0 to 36,500 days after enrollment.
             *     - `idempotency_key_reused`: The Idempotency-Key was used for another request.
             *     - `text_out_of_range`: A text is longer than its field takes, or empty.
             *     - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be.
             *     - `time_zone_unknown`: No such IANA time zone.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeDeadlines: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes repeating safe: the same key and request are answered as the first time. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "attempts": [
                 *         {
                 *           "learner": "ada",
                 *           "course": "fs",
                 *           "attempt": 1
                 *         }
                 *       ],
                 *       "extendDays": 14,
                 *       "reason": "Parental leave."
                 *     }
                 */
                "application/json": components["schemas"]["DeadlineBatch"];
            };
        };
        responses: {
            /** @description What became of each. */
            200: {
                headers: {
                    /** @description `true` on an answer sent again. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlineResults"] & {
                        /**
                         * @description There where nothing was written.
                         * @enum {boolean}
                         */
                        preview?: true;
                    };
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description - `tenant_not_found`: No such tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /**
             * @description - `batch_too_large`: The batch holds more items than one call takes.
             *     - `body_too_large`: The body is larger than this address takes.
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `due_out_of_range`: A deadline is an instant, a local date with its zone, or 0 to 36,500 days after enrollment.
             *     - `idempotency_key_reused`: The Idempotency-Key was used for another request.
             *     - `reason_required`: What is done by hand states its reason.
             *     - `text_out_of_range`: A text is longer than its field takes, or empty.
             *     - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be.
             *     - `time_zone_unknown`: No such IANA time zone.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    exemptMany: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes repeating safe: the same key and request are answered as the first time. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "attempts": [
                 *         {
                 *           "learner": "ada",
                 *           "course": "fs",
                 *           "attempt": 1
                 *         }
                 *       ],
                 *       "reason": "Holds the external certificate."
                 *     }
                 */
                "application/json": components["schemas"]["ExemptionBatch"];
            };
        };
        responses: {
            /** @description What became of each. */
            200: {
                headers: {
                    /** @description `true` on an answer sent again. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExemptionResults"] & {
                        /**
                         * @description There where nothing was written.
                         * @enum {boolean}
                         */
                        preview?: true;
                    };
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description - `tenant_not_found`: No such tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /**
             * @description - `batch_too_large`: The batch holds more items than one call takes.
             *     - `body_too_large`: The body is larger than this address takes.
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `idempotency_key_reused`: The Idempotency-Key was used for another request.
             *     - `reason_required`: What is done by hand states its reason.
             *     - `text_out_of_range`: A text is longer than its field takes, or empty.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reinstateMany: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes repeating safe: the same key and request are answered as the first time. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "attempts": [
                 *         {
                 *           "learner": "ada",
                 *           "course": "fs",
                 *           "attempt": 1
                 *         }
                 *       ],
                 *       "reason": "Holds the external certificate."
                 *     }
                 */
                "application/json": components["schemas"]["ExemptionBatch"];
            };
        };
        responses: {
            /** @description What became of each. */
            200: {
                headers: {
                    /** @description `true` on an answer sent again. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExemptionResults"] & {
                        /**
                         * @description There where nothing was written.
                         * @enum {boolean}
                         */
                        preview?: true;
                    };
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description - `tenant_not_found`: No such tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /**
             * @description - `batch_too_large`: The batch holds more items than one call takes.
             *     - `body_too_large`: The body is larger than this address takes.
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `idempotency_key_reused`: The Idempotency-Key was used for another request.
             *     - `reason_required`: What is done by hand states its reason.
             *     - `text_out_of_range`: A text is longer than its field takes, or empty.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    recordView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                learner: string;
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                lesson: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "at": "2026-03-01T09:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["FactInput"];
            };
        };
        responses: {
            /** @description The lesson and the course progress after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactAnswer"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `enrollment_not_found`: The learner has no such enrollment in this course.
             *     - `lesson_not_found`: No such lesson.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description - `enrollment_required`: The learner is not enrolled, and this course takes facts of enrolled learners only. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body_too_large`: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /** @description - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    completeLesson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                learner: string;
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                lesson: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "at": "2026-03-01T09:00:00Z"
                 *     }
                 */
                "application/json": components["schemas"]["FactInput"];
            };
        };
        responses: {
            /** @description The lesson and the course progress after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactAnswer"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `enrollment_not_found`: The learner has no such enrollment in this course.
             *     - `lesson_not_found`: No such lesson.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description - `enrollment_required`: The learner is not enrolled, and this course takes facts of enrolled learners only. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body_too_large`: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /** @description - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description How many items to answer at most. */
                limit?: number;
                /** @description `next` of the page before, or `cursor` of the last entry you took; `latest` for what is recorded from now on. From the first entry when omitted. */
                after?: string;
                /** @description Entries of these types only, separated by commas. */
                types?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the feed. */
            200: {
                headers: {
                    /** @description The next page: `<…>; rel="next"`. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedPage"];
                };
            };
            /**
             * @description - `cursor_invalid`: The cursor is not one that a page answered.
             *     - `limit_out_of_range`: A page has 1 to 1,000 rows.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description - `tenant_not_found`: No such tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    recordEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes repeating safe: the same key and request are answered as the first time. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "events": [
                 *         {
                 *           "type": "lesson.viewed",
                 *           "learner": "ada",
                 *           "lesson": "fs-1"
                 *         },
                 *         {
                 *           "type": "lesson.completed",
                 *           "learner": "ada",
                 *           "lesson": "fs-1",
                 *           "at": "2026-03-01T09:00:00Z"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["EventBatch"];
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description What became of each. */
            200: {
                headers: {
                    /** @description `true` on an answer sent again. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventResults"];
                };
            };
            /**
             * @description - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description - `tenant_not_found`: No such tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /**
             * @description - `batch_too_large`: The batch holds more items than one call takes.
             *     - `body_too_large`: The body is larger than this address takes.
             */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /** @description - `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readCourseProgress: {
        parameters: {
            query?: {
                /** @description An earlier attempt, instead of the current one. */
                attempt?: number;
            };
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                course: string;
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                learner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The learner's progress in the course. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseProgressPage"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `enrollment_not_found`: The learner has no such enrollment in this course.
             *     - `learner_not_found`: No such learner.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    explainProgress: {
        parameters: {
            query?: {
                /** @description An earlier attempt, instead of the current one. */
                attempt?: number;
            };
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                course: string;
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                learner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the percentage is made of. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `enrollment_not_found`: The learner has no such enrollment in this course.
             *     - `learner_not_found`: No such learner.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readTimeline: {
        parameters: {
            query?: {
                /** @description How many items to answer at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description An earlier attempt, instead of the current one. */
                attempt?: number;
            };
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                course: string;
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                learner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the ledger. */
            200: {
                headers: {
                    /** @description The next page: `<…>; rel="next"`. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            /**
             * @description - `cursor_invalid`: The cursor is not one that a page answered.
             *     - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `limit_out_of_range`: A page has 1 to 1,000 rows.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `enrollment_not_found`: The learner has no such enrollment in this course.
             *     - `learner_not_found`: No such learner.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listLearnerCourses: {
        parameters: {
            query?: {
                /** @description How many items to answer at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                learner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the learner's courses. */
            200: {
                headers: {
                    /** @description The next page: `<…>; rel="next"`. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearnerCoursePage"];
                };
            };
            /**
             * @description - `cursor_invalid`: The cursor is not one that a page answered.
             *     - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `limit_out_of_range`: A page has 1 to 1,000 rows.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `learner_not_found`: No such learner.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** @description Entries of these types only, separated by commas. */
                types?: string;
                /** @description `cursor` of the last entry you took. From now on when omitted. */
                after?: string;
            };
            header?: {
                /** @description A cursor, which counts before `after`. */
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events, until somebody lets go. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /**
             * @description - `cursor_invalid`: The cursor is not one that a page answered.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description - `tenant_not_found`: No such tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readCaller: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Caller"];
                };
            };
            /** @description - `request_invalid`: The request does not have the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description - `tenant_not_found`: No such tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportCourses: {
        parameters: {
            query?: {
                /** @description How many items to answer at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Id of a group: only attempts of its members, of now or of when the attempt began; the answer's `membership` says which. */
                group?: string;
                /** @description Only attempts enrolled at this instant or later; since ever when omitted. */
                enrolledFrom?: string;
                /** @description Only attempts enrolled earlier than this instant, which is after `enrolledFrom`; all since then when omitted. */
                enrolledBefore?: string;
                /** @description As it was at this instant, which has to be past; now when omitted. */
                asOf?: string;
                /** @description Days that an attempt has to be old to count in `matured`; without it when omitted. */
                maturedDays?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of courses. */
            200: {
                headers: {
                    /** @description The next page: `<…>; rel="next"`. */
                    Link?: string;
                    /** @description Of a file: its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseReportPage"] & {
                        /**
                         * Format: date-time
                         * @description The instant that the numbers are of.
                         * @example 2026-03-01T09:00:00.000Z
                         */
                        asOf: string;
                        /**
                         * @description Version of the definitions of the numbers.
                         * @enum {number}
                         */
                        definition: 1;
                        /**
                         * @description The group that was asked for.
                         * @example berlin
                         */
                        group?: string;
                        /**
                         * @description Whose attempts are the group's: of who belongs to it now, or of who belonged to it when the attempt began. There where a group is.
                         * @enum {string}
                         */
                        membership?: "current" | "atStart";
                        /**
                         * Format: date-time
                         * @description Only attempts enrolled then or later are counted. There where it was asked for.
                         * @example 2026-03-01T09:00:00.000Z
                         */
                        enrolledFrom?: string;
                        /**
                         * Format: date-time
                         * @description Only attempts enrolled earlier are counted. There where it was asked for.
                         * @example 2026-03-01T09:00:00.000Z
                         */
                        enrolledBefore?: string;
                    };
                    "text/csv": string;
                };
            };
            /**
             * @description - `cursor_invalid`: The cursor is not one that a page answered.
             *     - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `limit_out_of_range`: A page has 1 to 1,000 rows.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `group_not_found`: No such group.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportCourse: {
        parameters: {
            query?: {
                /** @description Id of a group: only attempts of its members, of now or of when the attempt began; the answer's `membership` says which. */
                group?: string;
                /** @description Only attempts enrolled at this instant or later; since ever when omitted. */
                enrolledFrom?: string;
                /** @description Only attempts enrolled earlier than this instant, which is after `enrolledFrom`; all since then when omitted. */
                enrolledBefore?: string;
                /** @description As it was at this instant, which has to be past; now when omitted. */
                asOf?: string;
                /** @description Days that an attempt has to be old to count in `matured`. */
                maturedDays?: number;
            };
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                course: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The course. */
            200: {
                headers: {
                    /** @description Of a file: its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseReportDetail"];
                    "text/csv": string;
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `group_not_found`: No such group.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportLessons: {
        parameters: {
            query?: {
                /** @description Id of a group: only attempts of its members, of now or of when the attempt began; the answer's `membership` says which. */
                group?: string;
                /** @description Only attempts enrolled at this instant or later; since ever when omitted. */
                enrolledFrom?: string;
                /** @description Only attempts enrolled earlier than this instant, which is after `enrolledFrom`; all since then when omitted. */
                enrolledBefore?: string;
            };
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                course: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lessons. */
            200: {
                headers: {
                    /** @description Of a file: its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LessonsReport"];
                    "text/csv": string;
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `group_not_found`: No such group.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportTimeToComplete: {
        parameters: {
            query?: {
                /** @description Id of a group: only attempts of its members, of now or of when the attempt began; the answer's `membership` says which. */
                group?: string;
                /** @description Only attempts enrolled at this instant or later; since ever when omitted. */
                enrolledFrom?: string;
                /** @description Only attempts enrolled earlier than this instant, which is after `enrolledFrom`; all since then when omitted. */
                enrolledBefore?: string;
                /** @description As it was at this instant, which has to be past; now when omitted. */
                asOf?: string;
                /** @description Where the days of an attempt begin. */
                from?: "firstAccess" | "enrolled";
            };
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                course: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The curve and its quantiles. */
            200: {
                headers: {
                    /** @description Of a file: its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeToComplete"];
                    "text/csv": string;
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `group_not_found`: No such group.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportCohorts: {
        parameters: {
            query?: {
                /** @description Id of a group: only attempts of its members, of now or of when the attempt began; the answer's `membership` says which. */
                group?: string;
                /** @description Period, in the tenant's time zone; weeks are those of ISO 8601. */
                by?: "week" | "month";
            };
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                course: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cohorts. */
            200: {
                headers: {
                    /** @description Of a file: its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CohortsReport"];
                    "text/csv": string;
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `group_not_found`: No such group.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportActivity: {
        parameters: {
            query?: {
                /** @description Id of a group: only attempts of its members, of now or of when the attempt began; the answer's `membership` says which. */
                group?: string;
                /** @description Only attempts enrolled at this instant or later; since ever when omitted. */
                enrolledFrom?: string;
                /** @description Only attempts enrolled earlier than this instant, which is after `enrolledFrom`; all since then when omitted. */
                enrolledBefore?: string;
                /** @description Period, in the tenant's time zone; weeks are those of ISO 8601. */
                by?: "week" | "month";
            };
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                course: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The periods. */
            200: {
                headers: {
                    /** @description Of a file: its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityReport"];
                    "text/csv": string;
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `group_not_found`: No such group.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportCourseLearners: {
        parameters: {
            query?: {
                /** @description How many items to answer at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Id of a group: only attempts of its members, of now or of when the attempt began; the answer's `membership` says which. */
                group?: string;
                /** @description Only attempts enrolled at this instant or later; since ever when omitted. */
                enrolledFrom?: string;
                /** @description Only attempts enrolled earlier than this instant, which is after `enrolledFrom`; all since then when omitted. */
                enrolledBefore?: string;
                /** @description Only deadlines at this instant or later, those of exempt attempts left out. */
                dueFrom?: string;
                /** @description Only deadlines before this instant, which is after `dueFrom`, those of exempt attempts left out. */
                dueBefore?: string;
                /** @description Only those who completed, having been at it for so long or longer. */
                minDays?: number;
                /** @description Only those who completed, having been at it for so long at most, which is `minDays` or more. */
                maxDays?: number;
                /** @description Only those who completed: the finishers of the course's time to complete from here, of a group those of who belonged to it when the attempt began. `firstAccess` when omitted beside `minDays` or `maxDays`. */
                from?: "firstAccess" | "enrolled";
                /** @description Only attempts in this state. */
                state?: "exempt" | "withdrawn" | "completed" | "overdue" | "active" | "stalled" | "notStarted";
                /** @description Only those of a segment of this lesson. */
                lesson?: string;
                /** @description Only those of whom the lesson's report says so. Needs `lesson`. */
                segment?: "viewed" | "completed" | "viewedNotCompleted" | "stillActive" | "movedOn" | "stoppedHere";
                /** @description Who has no deadline has the latest; who has no name, no progress or was never active has the least. */
                sort?: "progress" | "due" | "lastActivity" | "name";
                order?: "asc" | "desc";
            };
            header?: never;
            path: {
                /** @description The host's own id, percent-encoded (`/` is `%2F`). */
                course: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of learners. */
            200: {
                headers: {
                    /** @description The next page: `<…>; rel="next"`. */
                    Link?: string;
                    /** @description Of a file: its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseLearnerPage"] & {
                        /**
                         * Format: date-time
                         * @description The instant that the numbers are of.
                         * @example 2026-03-01T09:00:00.000Z
                         */
                        asOf: string;
                        /**
                         * @description Version of the definitions of the numbers.
                         * @enum {number}
                         */
                        definition: 1;
                        /**
                         * @description The group that was asked for.
                         * @example berlin
                         */
                        group?: string;
                        /**
                         * @description Whose attempts are the group's: of who belongs to it now, or of who belonged to it when the attempt began. There where a group is.
                         * @enum {string}
                         */
                        membership?: "current" | "atStart";
                        /**
                         * Format: date-time
                         * @description Only attempts enrolled then or later are counted. There where it was asked for.
                         * @example 2026-03-01T09:00:00.000Z
                         */
                        enrolledFrom?: string;
                        /**
                         * Format: date-time
                         * @description Only attempts enrolled earlier are counted. There where it was asked for.
                         * @example 2026-03-01T09:00:00.000Z
                         */
                        enrolledBefore?: string;
                        /** @example fs */
                        course: string;
                    };
                    "text/csv": string;
                };
            };
            /**
             * @description - `cursor_invalid`: The cursor is not one that a page answered.
             *     - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `limit_out_of_range`: A page has 1 to 1,000 rows.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `group_not_found`: No such group.
             *     - `lesson_not_found`: No such lesson.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportAttempts: {
        parameters: {
            query?: {
                /** @description How many items to answer at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Id of a group: only attempts of its members, of now or of when the attempt began; the answer's `membership` says which. */
                group?: string;
                /** @description Only attempts enrolled at this instant or later; since ever when omitted. */
                enrolledFrom?: string;
                /** @description Only attempts enrolled earlier than this instant, which is after `enrolledFrom`; all since then when omitted. */
                enrolledBefore?: string;
                /** @description Only deadlines at this instant or later, those of exempt attempts left out. */
                dueFrom?: string;
                /** @description Only deadlines before this instant, which is after `dueFrom`, those of exempt attempts left out. */
                dueBefore?: string;
                /** @description Only attempts completed at this instant or later. */
                completedFrom?: string;
                /** @description Only attempts completed before this instant, which is after `completedFrom`. */
                completedBefore?: string;
                /** @description Only attempts in this state. */
                state?: "exempt" | "withdrawn" | "completed" | "overdue" | "active" | "stalled" | "notStarted";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of attempts. */
            200: {
                headers: {
                    /** @description The next page: `<…>; rel="next"`. */
                    Link?: string;
                    /** @description Of a file: its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptPage"] & {
                        /**
                         * Format: date-time
                         * @description The instant that the numbers are of.
                         * @example 2026-03-01T09:00:00.000Z
                         */
                        asOf: string;
                        /**
                         * @description Version of the definitions of the numbers.
                         * @enum {number}
                         */
                        definition: 1;
                        /**
                         * @description The group that was asked for.
                         * @example berlin
                         */
                        group?: string;
                        /**
                         * @description Whose attempts are the group's: of who belongs to it now, or of who belonged to it when the attempt began. There where a group is.
                         * @enum {string}
                         */
                        membership?: "current" | "atStart";
                        /**
                         * Format: date-time
                         * @description Only attempts enrolled then or later are counted. There where it was asked for.
                         * @example 2026-03-01T09:00:00.000Z
                         */
                        enrolledFrom?: string;
                        /**
                         * Format: date-time
                         * @description Only attempts enrolled earlier are counted. There where it was asked for.
                         * @example 2026-03-01T09:00:00.000Z
                         */
                        enrolledBefore?: string;
                        /**
                         * @description Completed: newest first. Due: soonest first. Last activity: longest ago first, never before that.
                         * @enum {string}
                         */
                        order: "completed" | "due" | "lastActivity";
                        /**
                         * @description All that match, counted on the first page.
                         * @example 12
                         */
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /**
             * @description - `cursor_invalid`: The cursor is not one that a page answered.
             *     - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `limit_out_of_range`: A page has 1 to 1,000 rows.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `group_not_found`: No such group.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportOverdue: {
        parameters: {
            query?: {
                /** @description How many items to answer at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Id of a group: only attempts of its members, of now or of when the attempt began; the answer's `membership` says which. */
                group?: string;
                /** @description Only attempts enrolled at this instant or later; since ever when omitted. */
                enrolledFrom?: string;
                /** @description Only attempts enrolled earlier than this instant, which is after `enrolledFrom`; all since then when omitted. */
                enrolledBefore?: string;
                /** @description As it was at this instant, which has to be past; now when omitted. */
                asOf?: string;
                /** @description Only those overdue for so long or longer. */
                minDays?: number;
                /** @description Only those overdue for so long at most, which is `minDays` or more. */
                maxDays?: number;
                /** @description Only this course. */
                course?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of overdue attempts. */
            200: {
                headers: {
                    /** @description The next page: `<…>; rel="next"`. */
                    Link?: string;
                    /** @description Of a file: its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverduePage"] & {
                        /**
                         * Format: date-time
                         * @description The instant that the numbers are of.
                         * @example 2026-03-01T09:00:00.000Z
                         */
                        asOf: string;
                        /**
                         * @description Version of the definitions of the numbers.
                         * @enum {number}
                         */
                        definition: 1;
                        /**
                         * @description The group that was asked for.
                         * @example berlin
                         */
                        group?: string;
                        /**
                         * @description Whose attempts are the group's: of who belongs to it now, or of who belonged to it when the attempt began. There where a group is.
                         * @enum {string}
                         */
                        membership?: "current" | "atStart";
                        /**
                         * Format: date-time
                         * @description Only attempts enrolled then or later are counted. There where it was asked for.
                         * @example 2026-03-01T09:00:00.000Z
                         */
                        enrolledFrom?: string;
                        /**
                         * Format: date-time
                         * @description Only attempts enrolled earlier are counted. There where it was asked for.
                         * @example 2026-03-01T09:00:00.000Z
                         */
                        enrolledBefore?: string;
                        /**
                         * @description All that match, not just those of the page.
                         * @example 12
                         */
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /**
             * @description - `cursor_invalid`: The cursor is not one that a page answered.
             *     - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `limit_out_of_range`: A page has 1 to 1,000 rows.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `group_not_found`: No such group.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportDueNext: {
        parameters: {
            query?: {
                /** @description How many items to answer at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Id of a group: only attempts of its members, of now or of when the attempt began; the answer's `membership` says which. */
                group?: string;
                /** @description Only attempts enrolled at this instant or later; since ever when omitted. */
                enrolledFrom?: string;
                /** @description Only attempts enrolled earlier than this instant, which is after `enrolledFrom`; all since then when omitted. */
                enrolledBefore?: string;
                /** @description Only deadlines at this instant or later, those of exempt attempts left out. */
                dueFrom?: string;
                /** @description Only deadlines before this instant, which is after `dueFrom`, those of exempt attempts left out. */
                dueBefore?: string;
                /** @description Only this course. */
                course?: string;
                /** @description How far to look ahead. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of attempts with a deadline. */
            200: {
                headers: {
                    /** @description The next page: `<…>; rel="next"`. */
                    Link?: string;
                    /** @description Of a file: its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DueNextPage"] & {
                        /**
                         * Format: date-time
                         * @description The instant that the numbers are of.
                         * @example 2026-03-01T09:00:00.000Z
                         */
                        asOf: string;
                        /**
                         * @description Version of the definitions of the numbers.
                         * @enum {number}
                         */
                        definition: 1;
                        /**
                         * @description The group that was asked for.
                         * @example berlin
                         */
                        group?: string;
                        /**
                         * @description Whose attempts are the group's: of who belongs to it now, or of who belonged to it when the attempt began. There where a group is.
                         * @enum {string}
                         */
                        membership?: "current" | "atStart";
                        /**
                         * Format: date-time
                         * @description Only attempts enrolled then or later are counted. There where it was asked for.
                         * @example 2026-03-01T09:00:00.000Z
                         */
                        enrolledFrom?: string;
                        /**
                         * Format: date-time
                         * @description Only attempts enrolled earlier are counted. There where it was asked for.
                         * @example 2026-03-01T09:00:00.000Z
                         */
                        enrolledBefore?: string;
                        /** @example 14 */
                        days: number;
                        /**
                         * @description All that match, not just those of the page.
                         * @example 12
                         */
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            /**
             * @description - `cursor_invalid`: The cursor is not one that a page answered.
             *     - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `limit_out_of_range`: A page has 1 to 1,000 rows.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `group_not_found`: No such group.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportOverview: {
        parameters: {
            query?: {
                /** @description Id of a group: only attempts of its members, of now or of when the attempt began; the answer's `membership` says which. */
                group?: string;
                /** @description Only attempts enrolled at this instant or later; since ever when omitted. */
                enrolledFrom?: string;
                /** @description Only attempts enrolled earlier than this instant, which is after `enrolledFrom`; all since then when omitted. */
                enrolledBefore?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The overview. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverviewReport"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `group_not_found`: No such group.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportDeadlines: {
        parameters: {
            query?: {
                /** @description Id of a group: only attempts of its members, of now or of when the attempt began; the answer's `membership` says which. */
                group?: string;
                /** @description Only attempts enrolled at this instant or later; since ever when omitted. */
                enrolledFrom?: string;
                /** @description Only attempts enrolled earlier than this instant, which is after `enrolledFrom`; all since then when omitted. */
                enrolledBefore?: string;
                /** @description Only this course. */
                course?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The deadlines. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlinesReport"];
                };
            };
            /**
             * @description - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `group_not_found`: No such group.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportActivityByCourse: {
        parameters: {
            query?: {
                /** @description How many items to answer at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Id of a group: only attempts of its members, of now or of when the attempt began; the answer's `membership` says which. */
                group?: string;
                /** @description Only attempts enrolled at this instant or later; since ever when omitted. */
                enrolledFrom?: string;
                /** @description Only attempts enrolled earlier than this instant, which is after `enrolledFrom`; all since then when omitted. */
                enrolledBefore?: string;
                /** @description Period, in the tenant's time zone; weeks are those of ISO 8601. */
                by?: "week" | "month";
                /** @description Full periods to look back, beside the one that is running. */
                periods?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of courses. */
            200: {
                headers: {
                    /** @description The next page: `<…>; rel="next"`. */
                    Link?: string;
                    /** @description Of a file: its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CourseActivityPage"] & {
                        /**
                         * Format: date-time
                         * @description The instant that the numbers are of.
                         * @example 2026-03-01T09:00:00.000Z
                         */
                        asOf: string;
                        /**
                         * @description Version of the definitions of the numbers.
                         * @enum {number}
                         */
                        definition: 1;
                        /**
                         * @description The group that was asked for.
                         * @example berlin
                         */
                        group?: string;
                        /**
                         * @description Whose attempts are the group's: of who belongs to it now, or of who belonged to it when the attempt began. There where a group is.
                         * @enum {string}
                         */
                        membership?: "current" | "atStart";
                        /**
                         * Format: date-time
                         * @description Only attempts enrolled then or later are counted. There where it was asked for.
                         * @example 2026-03-01T09:00:00.000Z
                         */
                        enrolledFrom?: string;
                        /**
                         * Format: date-time
                         * @description Only attempts enrolled earlier are counted. There where it was asked for.
                         * @example 2026-03-01T09:00:00.000Z
                         */
                        enrolledBefore?: string;
                        /** @enum {string} */
                        by: "week" | "month";
                    };
                    "text/csv": string;
                };
            };
            /**
             * @description - `cursor_invalid`: The cursor is not one that a page answered.
             *     - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `limit_out_of_range`: A page has 1 to 1,000 rows.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `group_not_found`: No such group.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `time_out_of_range`: The time is not an instant of the years 2000 to 9999, or not past or later than another where it has to be. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportChanges: {
        parameters: {
            query?: {
                /** @description How many items to answer at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
                /** @description Id of a group: only attempts of its members, of now or of when the attempt began; the answer's `membership` says which. */
                group?: string;
                /** @description Only changes of these types, separated by commas; all four when omitted. */
                types?: string;
                /** @description Only this course. */
                course?: string;
                /** @description Only of this learner. */
                learner?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of changes. */
            200: {
                headers: {
                    /** @description The next page: `<…>; rel="next"`. */
                    Link?: string;
                    /** @description Of a file: its name. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangesPage"] & {
                        /**
                         * Format: date-time
                         * @description The instant that the numbers are of.
                         * @example 2026-03-01T09:00:00.000Z
                         */
                        asOf: string;
                        /**
                         * @description Version of the definitions of the numbers.
                         * @enum {number}
                         */
                        definition: 1;
                        /**
                         * @description The group that was asked for.
                         * @example berlin
                         */
                        group?: string;
                        /**
                         * @description Whose attempts are the group's: of who belongs to it now, or of who belonged to it when the attempt began. There where a group is.
                         * @enum {string}
                         */
                        membership?: "current" | "atStart";
                    };
                    "text/csv": string;
                };
            };
            /**
             * @description - `cursor_invalid`: The cursor is not one that a page answered.
             *     - `id_out_of_range`: An id has 1 to 255 characters.
             *     - `limit_out_of_range`: A page has 1 to 1,000 rows.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `course_not_found`: No such course.
             *     - `group_not_found`: No such group.
             *     - `learner_not_found`: No such learner.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportDataHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the data fares. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataHealth"];
                };
            };
            /** @description - `request_invalid`: The request does not have the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description - `tenant_not_found`: No such tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSavedViews: {
        parameters: {
            query?: {
                /** @description A page of the dashboard. */
                page?: "overview" | "courses" | "course" | "deadlines" | "learners" | "learner" | "data-health";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The views. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewList"];
                };
            };
            /** @description - `request_invalid`: The request does not have the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description - `tenant_not_found`: No such tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createSavedView: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes repeating safe: the same key and request are answered as the first time. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Overdue at night",
                 *       "page": "deadlines",
                 *       "query": "v=1&group=night-shift",
                 *       "visibility": "everyone"
                 *     }
                 */
                "application/json": components["schemas"]["SavedViewInput"];
            };
        };
        responses: {
            /** @description The view. */
            201: {
                headers: {
                    /** @description `true` on an answer sent again. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            /**
             * @description - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description - `tenant_not_found`: No such tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description - `saved_views_too_many`: An owner has at most 500 saved views, and a tenant at most 500 for everyone. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body_too_large`: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `idempotency_key_reused`: The Idempotency-Key was used for another request.
             *     - `text_out_of_range`: A text is longer than its field takes, or empty.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    putSavedView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Overdue at night",
                 *       "page": "deadlines",
                 *       "query": "v=1&group=night-shift",
                 *       "visibility": "everyone"
                 *     }
                 */
                "application/json": components["schemas"]["SavedViewInput"];
            };
        };
        responses: {
            /** @description The view as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            /**
             * @description - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /**
             * @description - `forbidden`: The API key or token does not allow this.
             *     - `origin_refused`: An open server answers only requests that come from this machine's own pages.
             *     - `saved_view_of_another`: The saved view is somebody else's: its owner alone may change or delete it.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `saved_view_not_found`: No such saved view.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description - `saved_views_too_many`: An owner has at most 500 saved views, and a tenant at most 500 for everyone. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body_too_large`: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /** @description - `text_out_of_range`: A text is longer than its field takes, or empty. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteSavedView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                view: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewDeleted"];
                };
            };
            /** @description - `request_invalid`: The request does not have the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            /**
             * @description - `forbidden`: The API key or token does not allow this.
             *     - `origin_refused`: An open server answers only requests that come from this machine's own pages.
             *     - `saved_view_of_another`: The saved view is somebody else's: its owner alone may change or delete it.
             */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `saved_view_not_found`: No such saved view.
             *     - `tenant_not_found`: No such tenant.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhooks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            /** @description - `request_invalid`: The request does not have the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description - `tenant_not_found`: No such tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes repeating safe: the same key and request are answered as the first time. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://academy.example/hooks/milepost",
                 *       "types": [
                 *         "lesson.completed",
                 *         "course.completed"
                 *       ],
                 *       "description": "Certificates"
                 *     }
                 */
                "application/json": components["schemas"]["WebhookInput"];
            };
        };
        responses: {
            /** @description The webhook, with its secret. */
            201: {
                headers: {
                    /** @description `true` on an answer sent again. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /**
             * @description - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             *     - `webhook_types_unknown`: A webhook names types of the ledger, at least one, or none at all for every type.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /** @description - `tenant_not_found`: No such tenant. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /**
             * @description - `webhooks_not_configured`: This server has no key for webhooks (MILEPOST_WEBHOOK_KEY).
             *     - `webhooks_too_many`: A tenant has at most 50 webhooks.
             */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body_too_large`: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `idempotency_key_reused`: The Idempotency-Key was used for another request.
             *     - `text_out_of_range`: A text is longer than its field takes, or empty.
             *     - `webhook_url_refused`: Nothing is sent to this URL: it has to be https:// of a public host.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description - `request_invalid`: The request does not have the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `tenant_not_found`: No such tenant.
             *     - `webhook_not_found`: No such webhook.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    putWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://academy.example/hooks/milepost",
                 *       "disabled": false
                 *     }
                 */
                "application/json": components["schemas"]["WebhookUpdate"];
            };
        };
        responses: {
            /** @description The webhook as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /**
             * @description - `json_malformed`: The body is not JSON in UTF-8.
             *     - `request_invalid`: The request does not have the documented form.
             *     - `webhook_types_unknown`: A webhook names types of the ledger, at least one, or none at all for every type.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `tenant_not_found`: No such tenant.
             *     - `webhook_not_found`: No such webhook.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["TooSlow"];
            /** @description - `body_too_large`: The body is larger than this address takes. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            415: components["responses"]["UnsupportedMediaType"];
            /**
             * @description - `text_out_of_range`: A text is longer than its field takes, or empty.
             *     - `webhook_url_refused`: Nothing is sent to this URL: it has to be https:// of a public host.
             */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeleted"];
                };
            };
            /** @description - `request_invalid`: The request does not have the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `tenant_not_found`: No such tenant.
             *     - `webhook_not_found`: No such webhook.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes repeating safe: the same key and request are answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhook, with its new secret. */
            200: {
                headers: {
                    /** @description `true` on an answer sent again. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description - `request_invalid`: The request does not have the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `tenant_not_found`: No such tenant.
             *     - `webhook_not_found`: No such webhook.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `webhooks_not_configured`: This server has no key for webhooks (MILEPOST_WEBHOOK_KEY). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes repeating safe: the same key and request are answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What came of it. */
            200: {
                headers: {
                    /** @description `true` on an answer sent again. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookTested"];
                };
            };
            /** @description - `request_invalid`: The request does not have the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `tenant_not_found`: No such tenant.
             *     - `webhook_not_found`: No such webhook.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `webhooks_not_configured`: This server has no key for webhooks (MILEPOST_WEBHOOK_KEY). */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhookFailures: {
        parameters: {
            query?: {
                /** @description How many items to answer at most. */
                limit?: number;
                /** @description `next` of the page before. */
                after?: string;
            };
            header?: never;
            path: {
                webhook: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of failures. */
            200: {
                headers: {
                    /** @description The next page: `<…>; rel="next"`. */
                    Link?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookFailurePage"];
                };
            };
            /**
             * @description - `cursor_invalid`: The cursor is not one that a page answered.
             *     - `limit_out_of_range`: A page has 1 to 1,000 rows.
             *     - `request_invalid`: The request does not have the documented form.
             */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `tenant_not_found`: No such tenant.
             *     - `webhook_not_found`: No such webhook.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    redeliverWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes repeating safe: the same key and request are answered as the first time. */
                "idempotency-key"?: string;
            };
            path: {
                webhook: string;
                /** @description `id` of the failure. */
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is due. */
            200: {
                headers: {
                    /** @description `true` on an answer sent again. */
                    "Idempotent-Replayed"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookFailure"];
                };
            };
            /** @description - `request_invalid`: The request does not have the documented form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            /**
             * @description - `delivery_not_found`: The webhook has no such delivery that failed.
             *     - `tenant_not_found`: No such tenant.
             *     - `webhook_not_found`: No such webhook.
             */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `webhook_disabled`: The webhook is disabled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `idempotency_key_reused`: The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooMany"];
            500: components["responses"]["InternalError"];
            503: components["responses"]["Unavailable"];
        };
    };
    readHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            403: components["responses"]["Forbidden"];
        };
    };
    readReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They can. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready";
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
        };
    };
    readMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metrics. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["Unreadable"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
        };
    };
    readOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            400: components["responses"]["Unreadable"];
            403: components["responses"]["Forbidden"];
        };
    };
    readDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            400: components["responses"]["Unreadable"];
            403: components["responses"]["Forbidden"];
        };
    };
}
