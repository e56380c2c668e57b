// Written by `node scripts/generate-client.mjs` from the OpenAPI document. Change the routes, not this file.
/** Everything that is sent and answered, by name. */
export interface Schemas {
    /**
     * API token
     * @description A token, as far as it is known after its creation.
     */
    readonly APIToken: {
        /**
         * @description The id of the token.
         * @example 8812345678901234
         */
        readonly id: string;
        /**
         * @description Who or what uses the token.
         * @example campaign tool
         */
        readonly name: string;
        /**
         * @description How the token starts.
         * @example prc_Qx3v
         */
        readonly hint: string;
        /** @description What it may do. */
        readonly scopes: readonly string[];
        /** @description Keys of roles that it has beside its scopes. */
        readonly roles?: readonly string[];
        /**
         * @description The name of the user or token that made it.
         * @example Ada Lovelace
         */
        readonly createdBy?: string | null;
        /**
         * Format: date-time
         * @description When it was created.
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it stops working; null for never.
         * @example 2027-01-01T00:00:00.000Z
         */
        readonly expiresAt: string | null;
        /**
         * Format: date-time
         * @description When it was revoked; null when it was not.
         */
        readonly revokedAt: string | null;
        /**
         * Format: date-time
         * @description To the minute; null when it never was.
         */
        readonly lastUsedAt: string | null;
        /**
         * @description The token itself: only in the answer that creates it.
         * @example prc_…
         */
        readonly token?: string;
        /** @description What is not wrong but unwise: only in the answer that creates it. */
        readonly warnings?: readonly Record<string, unknown>[];
    };
    /**
     * Accepted events
     * @description What became of the events of a request.
     */
    readonly AcceptedEvents: {
        /**
         * @description How many events are on disk.
         * @example 1
         */
        readonly accepted: number;
        /** @description The others, with the place in the request and what is wrong. */
        readonly rejected: readonly {
            /**
             * @description The place in the request, from 0.
             * @example 1
             */
            readonly index: number;
            /** @description Why it was not taken. */
            readonly errors: readonly Schemas["ItemError"][];
        }[];
        /** @description Events that were taken though their properties are not what their definition says. */
        readonly violations?: readonly {
            /**
             * @description The place in the request, from 0.
             * @example 1
             */
            readonly index: number;
            /** @description Why it was not taken. */
            readonly errors: readonly Schemas["ItemError"][];
        }[];
    };
    /**
     * Accepted note
     * @description The note is on disk.
     */
    readonly AcceptedNote: {
        /**
         * @description How many notes were taken.
         * @example 1
         */
        readonly accepted: number;
    };
    /**
     * Addresses
     * @description An address a line; empty lines are passed over.
     * @example ada@example.com
     *     grace@example.com
     */
    readonly Addresses: string;
    /**
     * Approval decision
     * @description What somebody has said to a draft.
     */
    readonly ApprovalDecision: {
        /**
         * @description The last word of this person.
         * @enum {string}
         */
        readonly decision: "approve" | "reject";
        /**
         * @description Why.
         * @example The French text needs another look.
         */
        readonly note: string | null;
        readonly by: Schemas["Person"];
        /**
         * Format: date-time
         * @description When it was decided.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly at: string;
    };
    /**
     * Approval of a draft
     * @description How a draft stands with those who have to approve it.
     */
    readonly ApprovalOfADraft: {
        /**
         * @description How many have to approve; 0 where the type has no rule.
         * @example 2
         */
        readonly required: number;
        /**
         * @description How many have approved the draft as it is.
         * @example 1
         */
        readonly approvals: number;
        /** @description Whether it may be published. */
        readonly approved: boolean;
        /** @description Whose approval does not count; null where nobody took note of who changed it last. */
        readonly lastAuthor: Schemas["Person"] | null;
        /** @description About the draft as it is: when it changes, they fall. */
        readonly decisions: readonly Schemas["ApprovalDecision"][];
        /** @description The latest about the draft as it is; null when nobody has asked. */
        readonly request: Schemas["ApprovalRequest"] | null;
    };
    /**
     * Approval request
     * @description Somebody asks others to approve a draft.
     */
    readonly ApprovalRequest: {
        /**
         * @description Of the request.
         * @example 9301
         */
        readonly id: string;
        /**
         * @description What became of it; outdated: the draft has changed since, or was published.
         * @enum {string}
         */
        readonly status: "open" | "approved" | "rejected" | "outdated";
        /**
         * @description What was told to those who are asked.
         * @example For the spring campaign
         */
        readonly note: string | null;
        readonly by: Schemas["Person"];
        /**
         * Format: date-time
         * @description When it was asked for.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
    };
    /**
     * Approval rule
     * @description Whether drafts of a content type need approval.
     */
    readonly ApprovalRule: {
        /**
         * @description The content type, as in addresses.
         * @example touchpoints
         */
        readonly type: string;
        /**
         * @description How many have to approve; 0: drafts of the type are published without.
         * @example 1
         */
        readonly required: number;
    };
    /**
     * Audit log as CSV
     * @description An entry a line below a header (RFC 4180); changes and details are JSON in their cells.
     */
    readonly AuditLogAsCSV: string;
    /**
     * Audit log as JSON lines
     * @description An entry a line, each as `GET /audit-log/:id` answers it.
     */
    readonly AuditLogAsJSONLines: string;
    /**
     * Audited change
     * @description One difference between before and after.
     */
    readonly AuditedChange: {
        /**
         * @description Whether something came, went, or is another.
         * @example replace
         * @enum {string}
         */
        readonly op: "add" | "remove" | "replace";
        /**
         * @description JSON pointer (RFC 6901) into the subject.
         * @example /name
         */
        readonly pointer: string;
        /**
         * @description The value before; absent where something came.
         * @example Shop
         */
        readonly from?: unknown;
        /**
         * @description The value after; absent where something went.
         * @example Flagship store
         */
        readonly to?: unknown;
        /** @description A secret changed; its values are not shown. */
        readonly isHidden?: boolean;
    };
    /**
     * Batch of customers
     * @description Up to 1,000.
     */
    readonly BatchOfCustomers: {
        /** @description Up to 1,000. */
        readonly customers: readonly Schemas["JourneyTrigger"][];
    };
    /**
     * Batch of events
     * @description Up to 1,000.
     */
    readonly BatchOfEvents: {
        /** @description Up to 1,000. */
        readonly events: readonly Schemas["Event"][];
    };
    /**
     * Belonging
     * @description A segment or a persona that a customer belongs to.
     */
    readonly Belonging: {
        /**
         * @description Of which content type it is.
         * @enum {string}
         */
        readonly type: "segments" | "personas";
        /**
         * @description Its key.
         * @example trial-users
         */
        readonly key: string;
        /**
         * Format: date-time
         * @description Since when they belong.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly enteredAt: string;
    };
    /**
     * Boolean filter
     * @description How a value is to be.
     */
    readonly BooleanFilter: {
        /**
         * @description Is this.
         * @example true
         */
        readonly eq?: boolean;
        /**
         * @description Is not this, or is nothing.
         * @example true
         */
        readonly ne?: boolean;
    };
    /**
     * Brand
     * @description What all messages of a house have in common: colours, fonts, voice, sender, footer.
     */
    readonly Brand: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What it stands for.
         * @example A house that keeps its word
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description The brand of templates that name none; the only brand there is needs no mark.
         * @default false
         * @example true
         */
        readonly default?: boolean;
        /**
         * Format: uri
         * @description Its site.
         * @example https://belvedere.example
         */
        readonly website?: string;
        /** @description At the head of messages and pages. */
        readonly logo?: {
            /**
             * Format: uri
             * @description The picture.
             * @example https://belvedere.example/logo.png
             */
            readonly url?: string;
            /**
             * Format: uri
             * @description The picture for dark backgrounds.
             * @example https://belvedere.example/logo-dark.png
             */
            readonly darkUrl?: string;
            /**
             * @description What it shows, for those who do not see it.
             * @example Belvédère
             */
            readonly alt?: string | {
                readonly [key: string]: string;
            };
            /**
             * @description Pixels at which it is shown.
             * @example 160
             */
            readonly width?: number;
        };
        /** @description In which messages and pages are set. */
        readonly colours?: {
            /**
             * @description Buttons and headings.
             * @example #0b6e6e
             */
            readonly primary?: string;
            /**
             * @description Text on the primary colour; white when left out.
             * @example #0b6e6e
             */
            readonly onPrimary?: string;
            /**
             * @description For what is to stand out.
             * @example #0b6e6e
             */
            readonly accent?: string;
            /**
             * @description Behind texts; white when left out.
             * @example #0b6e6e
             */
            readonly background?: string;
            /**
             * @description Texts; nearly black when left out.
             * @example #0b6e6e
             */
            readonly text?: string;
            /**
             * @description Links; the primary colour when left out.
             * @example #0b6e6e
             */
            readonly link?: string;
        };
        /** @description In which messages and pages are set. */
        readonly fonts?: {
            /** @description For headings, the best first. */
            readonly heading?: readonly string[];
            /** @description For texts, the best first. */
            readonly body?: readonly string[];
        };
        /** @description How it speaks, for whoever writes for it. */
        readonly voice?: {
            /**
             * @description How it speaks.
             * @example Warm and to the point
             */
            readonly tone?: string | {
                readonly [key: string]: string;
            };
            /** @description What it does say. */
            readonly does?: readonly (string | {
                readonly [key: string]: string;
            })[];
            /** @description What it never says. */
            readonly avoids?: readonly (string | {
                readonly [key: string]: string;
            })[];
            /** @description Words that sound like it. */
            readonly words?: readonly (string | {
                readonly [key: string]: string;
            })[];
            /** @description What templates of the brand must not say, by language. */
            readonly banned?: readonly {
                /** @description A word or several, as they stand in a sentence; capitals and small letters are the same. */
                readonly word?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description What to say.
                 * @example good value
                 */
                readonly instead?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description error: a template that says it is not published.
                 * @enum {string}
                 */
                readonly severity?: "warning" | "error";
            }[];
        };
        /** @description From whom messages come. */
        readonly sender?: {
            /**
             * @description In the inbox.
             * @example Belvédère
             */
            readonly name?: string | {
                readonly [key: string]: string;
            };
            /**
             * Format: email
             * @description Where messages come from.
             * @example hello@example.com
             */
            readonly address?: string;
            /**
             * Format: email
             * @description Where answers go; the same address when left out.
             * @example support@example.com
             */
            readonly replyTo?: string;
        };
        /** @description From whom messages come, by channel; a connector has a sender of its own for the others. */
        readonly senders?: {
            /** @description Of emails; it goes before sender. */
            readonly email?: {
                /**
                 * @description In the inbox.
                 * @example Belvédère
                 */
                readonly name?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * Format: email
                 * @description Where messages come from.
                 * @example hello@example.com
                 */
                readonly address?: string;
                /**
                 * Format: email
                 * @description Where answers go; the same address when left out.
                 * @example support@example.com
                 */
                readonly replyTo?: string;
            };
            /** @description Of text messages. */
            readonly sms?: {
                /**
                 * @description A number in E.164, a short code, or up to eleven letters.
                 * @example Belvedere
                 */
                readonly id?: string;
            };
            /** @description Of notifications on phones. */
            readonly push?: {
                /**
                 * @description Which of your apps.
                 * @example shop
                 */
                readonly app?: string;
            };
            /** @description Of notifications of the browser. */
            readonly "web-push"?: {
                /**
                 * @description Which of your apps.
                 * @example shop
                 */
                readonly app?: string;
            };
            /** @description In messengers. */
            readonly chat?: {
                /**
                 * @description As readers see it.
                 * @example Belvédère
                 */
                readonly name?: string | {
                    readonly [key: string]: string;
                };
            };
            /** @description Of calls of other systems. */
            readonly webhook?: {
                /**
                 * @description For the system that is called.
                 * @example Belvédère
                 */
                readonly name?: string | {
                    readonly [key: string]: string;
                };
            };
            /** @description Of letters. */
            readonly letter?: {
                /**
                 * @description On the envelope.
                 * @example Belvédère
                 */
                readonly name?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description The lines below the name.
                 * @example 12 rue des Lilas
                 *     75011 Paris
                 */
                readonly address?: string | {
                    readonly [key: string]: string;
                };
            };
        };
        /** @description How the domain of its email sender begins while nobody knows it yet: so many emails a day in its name, by whatever connector, until the list is over. */
        readonly warmUp?: {
            /**
             * Format: date
             * @description The first day. Nothing is sent before it.
             * @example 2026-03-02
             */
            readonly startedOn?: string;
            /** @description Messages on the first day, on the second and so on. After the last one there is no limit. */
            readonly perDay?: readonly number[];
            /**
             * @description In which days begin; that of the workspace by default.
             * @example Europe/Paris
             */
            readonly zone?: string;
        };
        /** @description What templates can be put into, by channel and name: a template names one. Handlebars; {{> content}} is the template. */
        readonly layouts?: {
            /** @description Of email, by name. */
            readonly email?: {
                readonly [key: string]: {
                    /**
                     * @description HTML around the template.
                     * @example <html><body>{{> content}}<p>{{brand.footer}}</p></body></html>
                     */
                    readonly html?: string | {
                        readonly [key: string]: string;
                    };
                    /**
                     * @description MJML around templates that are written in MJML.
                     * @example <mjml><mj-body>{{> content}}</mj-body></mjml>
                     */
                    readonly mjml?: string | {
                        readonly [key: string]: string;
                    };
                    /**
                     * @description Plain text around it; derived from the HTML when left out.
                     * @example {{> content}}
                     *     --
                     *     {{brand.footer}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of sms, by name. */
            readonly sms?: {
                readonly [key: string]: {
                    /**
                     * @description Plain text around it; derived from the HTML when left out.
                     * @example {{> content}}
                     *     --
                     *     {{brand.footer}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of push, by name. */
            readonly push?: {
                readonly [key: string]: {
                    /**
                     * @description Plain text around it; derived from the HTML when left out.
                     * @example {{> content}}
                     *     --
                     *     {{brand.footer}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of web-push, by name. */
            readonly "web-push"?: {
                readonly [key: string]: {
                    /**
                     * @description Plain text around it; derived from the HTML when left out.
                     * @example {{> content}}
                     *     --
                     *     {{brand.footer}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of chat, by name. */
            readonly chat?: {
                readonly [key: string]: {
                    /**
                     * @description Plain text around it; derived from the HTML when left out.
                     * @example {{> content}}
                     *     --
                     *     {{brand.footer}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of webhook, by name. */
            readonly webhook?: {
                readonly [key: string]: {
                    /**
                     * @description Plain text around it; derived from the HTML when left out.
                     * @example {{> content}}
                     *     --
                     *     {{brand.footer}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of letter, by name. */
            readonly letter?: {
                readonly [key: string]: {
                    /**
                     * @description HTML around the template.
                     * @example <html><body>{{> content}}<p>{{brand.footer}}</p></body></html>
                     */
                    readonly html?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
        };
        /** @description Pieces that templates and layouts can hold, by channel and name: {{> name}}, or {{> name label="…"}} with what it is to read. Handlebars. */
        readonly partials?: {
            /** @description Of email, by name. */
            readonly email?: {
                readonly [key: string]: {
                    /**
                     * @description As HTML.
                     * @example <a href="{{url}}">{{label}}</a>
                     */
                    readonly html?: string | {
                        readonly [key: string]: string;
                    };
                    /**
                     * @description As MJML, inside of MJML.
                     * @example <mj-divider border-width="1px" />
                     */
                    readonly mjml?: string | {
                        readonly [key: string]: string;
                    };
                    /**
                     * @description As plain text; derived from the HTML when left out.
                     * @example {{label}}: {{url}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of sms, by name. */
            readonly sms?: {
                readonly [key: string]: {
                    /**
                     * @description As plain text; derived from the HTML when left out.
                     * @example {{label}}: {{url}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of push, by name. */
            readonly push?: {
                readonly [key: string]: {
                    /**
                     * @description As plain text; derived from the HTML when left out.
                     * @example {{label}}: {{url}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of web-push, by name. */
            readonly "web-push"?: {
                readonly [key: string]: {
                    /**
                     * @description As plain text; derived from the HTML when left out.
                     * @example {{label}}: {{url}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of chat, by name. */
            readonly chat?: {
                readonly [key: string]: {
                    /**
                     * @description As plain text; derived from the HTML when left out.
                     * @example {{label}}: {{url}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of webhook, by name. */
            readonly webhook?: {
                readonly [key: string]: {
                    /**
                     * @description As plain text; derived from the HTML when left out.
                     * @example {{label}}: {{url}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of letter, by name. */
            readonly letter?: {
                readonly [key: string]: {
                    /**
                     * @description As HTML.
                     * @example <a href="{{url}}">{{label}}</a>
                     */
                    readonly html?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
        };
        /** @description At the end of every message: company, register, reason of the message. */
        readonly footer?: string | {
            readonly [key: string]: string;
        };
        /** @description What the link to unsubscribe is called. */
        readonly unsubscribe?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description Where the company is; commercial mail must say so.
         * @example Belvédère, 12 rue des Lilas, 75011 Paris
         */
        readonly postalAddress?: string | {
            readonly [key: string]: string;
        };
        /** @description Where else it can be found. */
        readonly social?: readonly {
            /**
             * @description Its name.
             * @example LinkedIn
             */
            readonly network?: string;
            /**
             * Format: uri
             * @description The page.
             * @example https://www.linkedin.com/company/belvedere
             */
            readonly url?: string;
        }[];
        /** @description What is told of the readers of its messages, where a template does not say it. */
        readonly tracking?: {
            /**
             * @description A picture of one point tells when a message is opened.
             * @example true
             */
            readonly opens?: boolean;
            /**
             * @description Links lead by way of Parcours, which tells when one is followed.
             * @example true
             */
            readonly clicks?: boolean;
            /**
             * @description Links in the texts of SMS and chat messages lead by way of a short address of Parcours, which tells when one is followed. What is left out is on for marketing whose brand has a `shortUrl`.
             * @example true
             */
            readonly texts?: boolean;
            /**
             * @description Pictures that a mail provider fetches for its customers, as Gmail does, at times before these have looked: they count as opened, or do not.
             * @default ignored
             * @example counted
             * @enum {unknown}
             */
            readonly imageProxies?: "counted" | "ignored";
            /**
             * @description An address of its own that leads to this installation, as short as can be: links in texts begin with it, followed by /l/ and eleven characters. Without it they begin with the address under which this installation is found (PARCOURS_PUBLIC_URL).
             * @example https://bv.example
             */
            readonly shortUrl?: string;
        };
        /** @description The languages that it speaks (BCP 47). */
        readonly locales?: readonly string[];
        /**
         * @description The language for those whose own it does not speak.
         * @example fr-CA
         */
        readonly defaultLocale?: string;
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
        /**
         * @description Changed: published, and the draft has moved on since.
         * @example published
         * @enum {string}
         */
        readonly status: "draft" | "published" | "changed";
        /**
         * @description The number of the published version.
         * @example 3
         */
        readonly version: number | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 7
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When it was last published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When the draft is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
        /**
         * Format: date-time
         * @description With include=reviewDueAt: when it is to be reviewed; null without a review plan.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly reviewDueAt?: string | null;
    };
    /**
     * Brand draft
     * @description A draft may be unfinished. To be published it needs colours as well.
     */
    readonly BrandDraft: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What it stands for.
         * @example A house that keeps its word
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description The brand of templates that name none; the only brand there is needs no mark.
         * @default false
         * @example true
         */
        readonly default?: boolean;
        /**
         * Format: uri
         * @description Its site.
         * @example https://belvedere.example
         */
        readonly website?: string;
        /** @description At the head of messages and pages. */
        readonly logo?: {
            /**
             * Format: uri
             * @description The picture.
             * @example https://belvedere.example/logo.png
             */
            readonly url: string;
            /**
             * Format: uri
             * @description The picture for dark backgrounds.
             * @example https://belvedere.example/logo-dark.png
             */
            readonly darkUrl?: string;
            /**
             * @description What it shows, for those who do not see it.
             * @example Belvédère
             */
            readonly alt: string | {
                readonly [key: string]: string;
            };
            /**
             * @description Pixels at which it is shown.
             * @example 160
             */
            readonly width?: number;
        };
        /** @description In which messages and pages are set. */
        readonly colours?: {
            /**
             * @description Buttons and headings.
             * @example #0b6e6e
             */
            readonly primary: string;
            /**
             * @description Text on the primary colour; white when left out.
             * @example #0b6e6e
             */
            readonly onPrimary?: string;
            /**
             * @description For what is to stand out.
             * @example #0b6e6e
             */
            readonly accent?: string;
            /**
             * @description Behind texts; white when left out.
             * @example #0b6e6e
             */
            readonly background?: string;
            /**
             * @description Texts; nearly black when left out.
             * @example #0b6e6e
             */
            readonly text?: string;
            /**
             * @description Links; the primary colour when left out.
             * @example #0b6e6e
             */
            readonly link?: string;
        };
        /** @description In which messages and pages are set. */
        readonly fonts?: {
            /** @description For headings, the best first. */
            readonly heading?: readonly string[];
            /** @description For texts, the best first. */
            readonly body?: readonly string[];
        };
        /** @description How it speaks, for whoever writes for it. */
        readonly voice?: {
            /**
             * @description How it speaks.
             * @example Warm and to the point
             */
            readonly tone?: string | {
                readonly [key: string]: string;
            };
            /** @description What it does say. */
            readonly does?: readonly (string | {
                readonly [key: string]: string;
            })[];
            /** @description What it never says. */
            readonly avoids?: readonly (string | {
                readonly [key: string]: string;
            })[];
            /** @description Words that sound like it. */
            readonly words?: readonly (string | {
                readonly [key: string]: string;
            })[];
            /** @description What templates of the brand must not say, by language. */
            readonly banned?: readonly {
                /** @description A word or several, as they stand in a sentence; capitals and small letters are the same. */
                readonly word: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description What to say.
                 * @example good value
                 */
                readonly instead?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description error: a template that says it is not published.
                 * @enum {string}
                 */
                readonly severity?: "warning" | "error";
            }[];
        };
        /** @description From whom messages come. */
        readonly sender?: {
            /**
             * @description In the inbox.
             * @example Belvédère
             */
            readonly name: string | {
                readonly [key: string]: string;
            };
            /**
             * Format: email
             * @description Where messages come from.
             * @example hello@example.com
             */
            readonly address: string;
            /**
             * Format: email
             * @description Where answers go; the same address when left out.
             * @example support@example.com
             */
            readonly replyTo?: string;
        };
        /** @description From whom messages come, by channel; a connector has a sender of its own for the others. */
        readonly senders?: {
            /** @description Of emails; it goes before sender. */
            readonly email?: {
                /**
                 * @description In the inbox.
                 * @example Belvédère
                 */
                readonly name: string | {
                    readonly [key: string]: string;
                };
                /**
                 * Format: email
                 * @description Where messages come from.
                 * @example hello@example.com
                 */
                readonly address: string;
                /**
                 * Format: email
                 * @description Where answers go; the same address when left out.
                 * @example support@example.com
                 */
                readonly replyTo?: string;
            };
            /** @description Of text messages. */
            readonly sms?: {
                /**
                 * @description A number in E.164, a short code, or up to eleven letters.
                 * @example Belvedere
                 */
                readonly id: string;
            };
            /** @description Of notifications on phones. */
            readonly push?: {
                /**
                 * @description Which of your apps.
                 * @example shop
                 */
                readonly app: string;
            };
            /** @description Of notifications of the browser. */
            readonly "web-push"?: {
                /**
                 * @description Which of your apps.
                 * @example shop
                 */
                readonly app: string;
            };
            /** @description In messengers. */
            readonly chat?: {
                /**
                 * @description As readers see it.
                 * @example Belvédère
                 */
                readonly name: string | {
                    readonly [key: string]: string;
                };
            };
            /** @description Of calls of other systems. */
            readonly webhook?: {
                /**
                 * @description For the system that is called.
                 * @example Belvédère
                 */
                readonly name: string | {
                    readonly [key: string]: string;
                };
            };
            /** @description Of letters. */
            readonly letter?: {
                /**
                 * @description On the envelope.
                 * @example Belvédère
                 */
                readonly name: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description The lines below the name.
                 * @example 12 rue des Lilas
                 *     75011 Paris
                 */
                readonly address: string | {
                    readonly [key: string]: string;
                };
            };
        };
        /** @description How the domain of its email sender begins while nobody knows it yet: so many emails a day in its name, by whatever connector, until the list is over. */
        readonly warmUp?: {
            /**
             * Format: date
             * @description The first day. Nothing is sent before it.
             * @example 2026-03-02
             */
            readonly startedOn: string;
            /** @description Messages on the first day, on the second and so on. After the last one there is no limit. */
            readonly perDay: readonly number[];
            /**
             * @description In which days begin; that of the workspace by default.
             * @example Europe/Paris
             */
            readonly zone?: string;
        };
        /** @description What templates can be put into, by channel and name: a template names one. Handlebars; {{> content}} is the template. */
        readonly layouts?: {
            /** @description Of email, by name. */
            readonly email?: {
                readonly [key: string]: {
                    /**
                     * @description HTML around the template.
                     * @example <html><body>{{> content}}<p>{{brand.footer}}</p></body></html>
                     */
                    readonly html?: string | {
                        readonly [key: string]: string;
                    };
                    /**
                     * @description MJML around templates that are written in MJML.
                     * @example <mjml><mj-body>{{> content}}</mj-body></mjml>
                     */
                    readonly mjml?: string | {
                        readonly [key: string]: string;
                    };
                    /**
                     * @description Plain text around it; derived from the HTML when left out.
                     * @example {{> content}}
                     *     --
                     *     {{brand.footer}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of sms, by name. */
            readonly sms?: {
                readonly [key: string]: {
                    /**
                     * @description Plain text around it; derived from the HTML when left out.
                     * @example {{> content}}
                     *     --
                     *     {{brand.footer}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of push, by name. */
            readonly push?: {
                readonly [key: string]: {
                    /**
                     * @description Plain text around it; derived from the HTML when left out.
                     * @example {{> content}}
                     *     --
                     *     {{brand.footer}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of web-push, by name. */
            readonly "web-push"?: {
                readonly [key: string]: {
                    /**
                     * @description Plain text around it; derived from the HTML when left out.
                     * @example {{> content}}
                     *     --
                     *     {{brand.footer}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of chat, by name. */
            readonly chat?: {
                readonly [key: string]: {
                    /**
                     * @description Plain text around it; derived from the HTML when left out.
                     * @example {{> content}}
                     *     --
                     *     {{brand.footer}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of webhook, by name. */
            readonly webhook?: {
                readonly [key: string]: {
                    /**
                     * @description Plain text around it; derived from the HTML when left out.
                     * @example {{> content}}
                     *     --
                     *     {{brand.footer}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of letter, by name. */
            readonly letter?: {
                readonly [key: string]: {
                    /**
                     * @description HTML around the template.
                     * @example <html><body>{{> content}}<p>{{brand.footer}}</p></body></html>
                     */
                    readonly html?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
        };
        /** @description Pieces that templates and layouts can hold, by channel and name: {{> name}}, or {{> name label="…"}} with what it is to read. Handlebars. */
        readonly partials?: {
            /** @description Of email, by name. */
            readonly email?: {
                readonly [key: string]: {
                    /**
                     * @description As HTML.
                     * @example <a href="{{url}}">{{label}}</a>
                     */
                    readonly html?: string | {
                        readonly [key: string]: string;
                    };
                    /**
                     * @description As MJML, inside of MJML.
                     * @example <mj-divider border-width="1px" />
                     */
                    readonly mjml?: string | {
                        readonly [key: string]: string;
                    };
                    /**
                     * @description As plain text; derived from the HTML when left out.
                     * @example {{label}}: {{url}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of sms, by name. */
            readonly sms?: {
                readonly [key: string]: {
                    /**
                     * @description As plain text; derived from the HTML when left out.
                     * @example {{label}}: {{url}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of push, by name. */
            readonly push?: {
                readonly [key: string]: {
                    /**
                     * @description As plain text; derived from the HTML when left out.
                     * @example {{label}}: {{url}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of web-push, by name. */
            readonly "web-push"?: {
                readonly [key: string]: {
                    /**
                     * @description As plain text; derived from the HTML when left out.
                     * @example {{label}}: {{url}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of chat, by name. */
            readonly chat?: {
                readonly [key: string]: {
                    /**
                     * @description As plain text; derived from the HTML when left out.
                     * @example {{label}}: {{url}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of webhook, by name. */
            readonly webhook?: {
                readonly [key: string]: {
                    /**
                     * @description As plain text; derived from the HTML when left out.
                     * @example {{label}}: {{url}}
                     */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
            /** @description Of letter, by name. */
            readonly letter?: {
                readonly [key: string]: {
                    /**
                     * @description As HTML.
                     * @example <a href="{{url}}">{{label}}</a>
                     */
                    readonly html?: string | {
                        readonly [key: string]: string;
                    };
                };
            };
        };
        /** @description At the end of every message: company, register, reason of the message. */
        readonly footer?: string | {
            readonly [key: string]: string;
        };
        /** @description What the link to unsubscribe is called. */
        readonly unsubscribe?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description Where the company is; commercial mail must say so.
         * @example Belvédère, 12 rue des Lilas, 75011 Paris
         */
        readonly postalAddress?: string | {
            readonly [key: string]: string;
        };
        /** @description Where else it can be found. */
        readonly social?: readonly {
            /**
             * @description Its name.
             * @example LinkedIn
             */
            readonly network: string;
            /**
             * Format: uri
             * @description The page.
             * @example https://www.linkedin.com/company/belvedere
             */
            readonly url: string;
        }[];
        /** @description What is told of the readers of its messages, where a template does not say it. */
        readonly tracking?: {
            /**
             * @description A picture of one point tells when a message is opened.
             * @example true
             */
            readonly opens?: boolean;
            /**
             * @description Links lead by way of Parcours, which tells when one is followed.
             * @example true
             */
            readonly clicks?: boolean;
            /**
             * @description Links in the texts of SMS and chat messages lead by way of a short address of Parcours, which tells when one is followed. What is left out is on for marketing whose brand has a `shortUrl`.
             * @example true
             */
            readonly texts?: boolean;
            /**
             * @description Pictures that a mail provider fetches for its customers, as Gmail does, at times before these have looked: they count as opened, or do not.
             * @default ignored
             * @example counted
             * @enum {unknown}
             */
            readonly imageProxies?: "counted" | "ignored";
            /**
             * @description An address of its own that leads to this installation, as short as can be: links in texts begin with it, followed by /l/ and eleven characters. Without it they begin with the address under which this installation is found (PARCOURS_PUBLIC_URL).
             * @example https://bv.example
             */
            readonly shortUrl?: string;
        };
        /** @description The languages that it speaks (BCP 47). */
        readonly locales?: readonly string[];
        /**
         * @description The language for those whose own it does not speak.
         * @example fr-CA
         */
        readonly defaultLocale?: string;
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
    };
    /**
     * Brand patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     */
    readonly BrandPatch: Record<string, unknown>;
    /**
     * Bulk count
     * @description How many enrollments an operation would be about.
     */
    readonly BulkCount: {
        /**
         * @description As of now.
         * @example 120
         */
        readonly matching: number;
    };
    /**
     * Bulk operation
     * @description What is done with which enrollments, and why.
     */
    readonly BulkOperation: {
        /**
         * @description The key of the journey.
         * @example welcome
         */
        readonly journey: string;
        /** @description Which active enrollments of the journey; all of them when empty. Every member has to hold. */
        readonly filter: {
            /** @description Those at one of these steps. */
            readonly steps?: readonly string[];
            /** @description Those of these versions. */
            readonly versions?: readonly number[];
            /**
             * @description What they wait for.
             * @enum {string}
             */
            readonly waitsFor?: "time" | "events" | "message" | "call" | "intake";
            /**
             * Format: date-time
             * @description Those who have waited at their step since before.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly waitingBefore?: string;
            /**
             * Format: date-time
             * @description Those who entered before.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly enteredBefore?: string;
            /** @description Those of these customers. */
            readonly customerIds?: readonly string[];
            /**
             * @description Those that could not be worked when their time came.
             * @example true
             */
            readonly failed?: boolean;
        };
        /**
         * @description exit: leave. move: go to a step. skip: end the wait. retry: try again what failed.
         * @enum {string}
         */
        readonly action: "exit" | "move" | "skip" | "retry";
        /**
         * @description Of move: the key of the step to go to.
         * @example thanks
         */
        readonly step?: string;
        /**
         * @description Why, for the history and the audit log.
         * @example The offer is over
         */
        readonly reason: string;
    } & unknown;
    /**
     * Bulk preview
     * @description Which enrollments.
     */
    readonly BulkPreview: {
        /**
         * @description The key of the journey.
         * @example welcome
         */
        readonly journey: string;
        /** @description Which active enrollments of the journey; all of them when empty. Every member has to hold. */
        readonly filter: {
            /** @description Those at one of these steps. */
            readonly steps?: readonly string[];
            /** @description Those of these versions. */
            readonly versions?: readonly number[];
            /**
             * @description What they wait for.
             * @enum {string}
             */
            readonly waitsFor?: "time" | "events" | "message" | "call" | "intake";
            /**
             * Format: date-time
             * @description Those who have waited at their step since before.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly waitingBefore?: string;
            /**
             * Format: date-time
             * @description Those who entered before.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly enteredBefore?: string;
            /** @description Those of these customers. */
            readonly customerIds?: readonly string[];
            /**
             * @description Those that could not be worked when their time came.
             * @example true
             */
            readonly failed?: boolean;
        };
    };
    /**
     * CRM field
     * @description A field of a kind of record, as the CRM names it.
     */
    readonly CRMField: {
        /**
         * @description What a mapping says.
         * @example firstname
         */
        readonly name: string;
        /**
         * @description What people of the CRM read.
         * @example First name
         */
        readonly label: string;
        /**
         * @description What its values are.
         * @example text
         * @enum {string}
         */
        readonly type: "text" | "number" | "boolean" | "date" | "date-time" | "choice";
        /**
         * @description False where the CRM computes it.
         * @example true
         */
        readonly isWritable: boolean;
        /** @description Of a choice. */
        readonly choices: readonly string[] | null;
    };
    /**
     * CRM link
     * @description Who a customer is in a CRM.
     */
    readonly CRMLink: {
        /**
         * @description Key of the sync; null where it is gone.
         * @example hubspot
         */
        readonly sync: string | null;
        /**
         * @description Key of its connector.
         * @example hubspot
         */
        readonly connector: string | null;
        /**
         * @description The id in the CRM.
         * @example 512
         */
        readonly personId: string;
        /**
         * @description How it stands.
         * @example linked
         * @enum {string}
         */
        readonly state: "linked" | "gone" | "erased";
        /** @description What both sides had when they last agreed, by field. */
        readonly agreed: Record<string, unknown>;
        /**
         * @description What the CRM has told is on its way.
         * @example false
         */
        readonly isPending: boolean;
        /**
         * Format: date-time
         * @description Since when.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly linkedAt: string;
        /**
         * Format: date-time
         * @description When the record has changed last, as the CRM says.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly changedAt: string;
        /**
         * Format: date-time
         * @description When a value went one way or the other.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly exchangedAt: string;
    };
    /**
     * Caller
     * @description Who makes this call, and what they may do.
     */
    readonly Caller: {
        /**
         * @description Somebody who has signed in, or a program with an API token.
         * @enum {string}
         */
        readonly kind: "user" | "token";
        /**
         * @description Of the user or the token.
         * @example 6917529027641081
         */
        readonly id: string;
        /**
         * @description Of the user or the token.
         * @example Ada Lovelace
         */
        readonly name: string;
        /** @description What the caller may do: `area:action`, `area:*` or `*`. */
        readonly scopes: readonly string[];
        /**
         * @description The session of a user; null of a token.
         * @example 6917529027641204
         */
        readonly sessionId: string | null;
        /** @description The user; null of a token. */
        readonly user: Schemas["User"] | null;
    };
    /**
     * Catalogued event
     * @description A name of events, what it is defined as, and how often it came.
     */
    readonly CataloguedEvent: {
        /**
         * @description The name; `*` stands for all names beyond the first 10,000.
         * @example order.completed
         */
        readonly event: string;
        /**
         * @description Key of its event definition; null for an unknown event.
         * @example order.completed
         */
        readonly definition: string | null;
        /**
         * @description The layer of data that it belongs to: behavioural, where nobody has said otherwise.
         * @enum {string}
         */
        readonly layer: "behavioural" | "transactional" | "demographic" | "anecdotal";
        /**
         * @description Key of the touchpoint at which it happens.
         * @example website
         */
        readonly touchpoint: string | null;
        /**
         * @description What it comes by.
         * @example web
         */
        readonly channel: string | null;
        /**
         * @description What it happens on.
         * @example phone
         */
        readonly device: string | null;
        /**
         * @description Who looks after it.
         * @example Sales
         */
        readonly department: string | null;
        /**
         * @description How often it came, repeated ones included.
         * @example 1042
         */
        readonly received: number;
        /**
         * @description How often its properties were not what its schema says.
         * @example 3
         */
        readonly violating: number;
        /**
         * Format: date-time
         * @description When it came for the first time; null where it never did.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly firstSeenAt: string | null;
        /**
         * Format: date-time
         * @description When it came last; null where it never did.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly lastSeenAt: string | null;
    };
    /**
     * Change
     * @description One change.
     */
    readonly Change: {
        /**
         * @description What was done.
         * @enum {string}
         */
        readonly op: "add" | "remove" | "replace";
        /**
         * @description JSON pointer (RFC 6901) into `to`; into `from` for a removal.
         * @example /name
         */
        readonly pointer: string;
        /**
         * @description The value before; absent for an addition.
         * @example Welcome
         */
        readonly from?: unknown;
        /**
         * @description The value after; absent for a removal.
         * @example Welcome e-mail
         */
        readonly to?: unknown;
        /** @description A secret changed; its values are not shown. */
        readonly isHidden?: boolean;
    };
    /**
     * Change of a comment
     * @description Another text, or whether the thread is settled.
     */
    readonly ChangeOfAComment: {
        /**
         * @description What is said; only its author changes it.
         * @example Too long for a phone.
         */
        readonly text?: string;
        /**
         * @description Whether the thread is settled; said of the comment that began it.
         * @example true
         */
        readonly resolved?: boolean;
    };
    /**
     * Change of a customer
     * @description What is left out stays as it is; null empties it.
     */
    readonly ChangeOfACustomer: {
        /** @description What is known of the customer. Parcours itself reads email, phone, locale, timezone and country. Those that are declared (/traits) are checked. */
        readonly traits?: Record<string, unknown> | null;
        /** @description The first is the one that messages go to, and the trait email. */
        readonly emails?: readonly string[] | null;
        /** @description Kept in E.164; the first is the trait phone. Other forms are read by the trait country. */
        readonly phones?: readonly string[] | null;
        /** @description Devices that push messages can reach. */
        readonly devices?: readonly Schemas["Device"][] | null;
        /** @description Words to group customers by. */
        readonly tags?: readonly string[] | null;
    };
    /**
     * Change of a role
     * @description What is left out stays as it is.
     */
    readonly ChangeOfARole: {
        /**
         * @description What people call the role.
         * @example Translator
         */
        readonly name?: string;
        /**
         * @description Whom it is for.
         * @example Agencies that write in other languages
         */
        readonly description?: string | null;
        /** @description What the role allows: `area:action`, `area:*` or `*`. */
        readonly scopes?: readonly string[];
    };
    /**
     * Change of a suppression
     * @description What is left out stays as it is.
     */
    readonly ChangeOfASuppression: {
        /**
         * @description Why nothing is sent to it.
         * @enum {string}
         */
        readonly reason?: "bounced" | "complained" | "requested" | "invalid" | "legal" | "manual";
        /**
         * @description For whoever wonders later.
         * @example By letter of 2 March.
         */
        readonly note?: string | null;
        /**
         * Format: date-time
         * @description From then on messages are sent again; never, when left out or null.
         * @example 2027-01-01T00:00:00.000Z
         */
        readonly expiresAt?: string | null;
    };
    /**
     * Change of a user
     * @description What is left out stays as it is.
     */
    readonly ChangeOfAUser: {
        /**
         * @description Unique; upper and lower case make no difference.
         * @example ada@example.com
         */
        readonly email?: string;
        /**
         * @description What others call the user.
         * @example Ada Lovelace
         */
        readonly name?: string;
        /**
         * @description The language of the user, BCP 47.
         * @example fr
         */
        readonly locale?: string | null;
        /** @description Keys of roles; their scopes add up. */
        readonly roles?: readonly string[];
        /** @description A disabled user is signed out at once and cannot sign in. */
        readonly disabled?: boolean;
    };
    /** Change of an API token */
    readonly ChangeOfAnAPIToken: {
        /**
         * @description Who or what uses the token.
         * @example campaign tool
         */
        readonly name: string;
    };
    /**
     * Change of password
     * @description The present password and the next.
     */
    readonly ChangeOfPassword: {
        /**
         * Format: password
         * @description The present one.
         * @example velvet harbour nineteen
         */
        readonly oldPassword: string;
        /**
         * Format: password
         * @description 12 characters or more.
         * @example marble otter seventeen
         */
        readonly newPassword: string;
    };
    /**
     * Channel policy
     * @description What may be sent to a customer, when, how often, and on which channel.
     */
    readonly ChannelPolicy: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description For whoever edits it.
         * @example Ask marketing before changing it
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description step: for the steps that name it. house: for the messages of every step, beside the policy of the step.
         * @default step
         * @enum {string}
         */
        readonly scope?: "step" | "house";
        /** @description For a policy of the house: the messages that it is about; all of them when left out. */
        readonly appliesTo?: {
            /** @description Those on these channels. */
            readonly channels?: readonly string[];
            /** @description Those of these categories. */
            readonly categories?: readonly ("marketing" | "transactional")[];
            /** @description Those of these brands. */
            readonly brands?: readonly string[];
        };
        /** @description In order of preference: the first that the template has and the customer can be reached on. */
        readonly channels?: readonly {
            /**
             * @description The name of the channel.
             * @example email
             */
            readonly channel?: string;
            /**
             * @description The key of a connector.
             * @example mailbox
             */
            readonly connector?: string;
            /** @description Messages of other categories do not take this channel. */
            readonly categories?: readonly ("marketing" | "transactional")[];
            /**
             * @description For how long a message is worth sending on this channel.
             * @example 1h
             */
            readonly timeToLive?: string;
        }[];
        /** @description Messages of other categories are not sent under it; every one when left out. */
        readonly categories?: readonly ("marketing" | "transactional")[];
        /**
         * @description The higher goes first where messages compete.
         * @default 50
         */
        readonly priority?: number;
        /**
         * @description For how long a message is worth sending; it is given up after that.
         * @example 2d
         */
        readonly timeToLive?: string;
        /**
         * @description The topic, for consent, of messages whose template names none.
         * @example newsletter
         */
        readonly topic?: string;
        /** @description At most so many messages to one customer in any stretch of time of a length. A message that would be one too many is skipped. */
        readonly caps?: readonly {
            /** @description So many at the most. */
            readonly max?: number;
            /**
             * @description The length of the stretch, at most 366 days.
             * @example 7d
             */
            readonly per?: string;
            /**
             * @description Counts and limits this channel alone; every channel when left out.
             * @example sms
             */
            readonly channel?: string;
            /**
             * @description What it counts and limits.
             * @default marketing
             * @enum {string}
             */
            readonly category?: "marketing" | "transactional" | "any";
        }[];
        /** @description Parts of the day in which nothing is sent. */
        readonly quietHours?: readonly {
            /**
             * @description When it begins.
             * @example 21:00
             */
            readonly from?: string;
            /**
             * @description When it ends; before `from`: on the day after.
             * @example 21:00
             */
            readonly to?: string;
            /** @description Days on which it begins; every day when left out. */
            readonly weekdays?: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
            /**
             * @description An IANA name, or customer: the customer's zone, or else the workspace's.
             * @default customer
             */
            readonly timezone?: string;
            /**
             * @description hold: the message waits for the next time that is allowed. skip: it is not sent.
             * @default hold
             * @enum {string}
             */
            readonly then?: "hold" | "skip";
            /** @description What it is about; marketing when left out. */
            readonly categories?: readonly ("marketing" | "transactional")[];
        }[];
        /** @description Parts of the day in which alone messages are sent: one of them has to be open. */
        readonly sendWindows?: readonly {
            /**
             * @description When it begins.
             * @example 21:00
             */
            readonly from?: string;
            /**
             * @description When it ends; before `from`: on the day after.
             * @example 21:00
             */
            readonly to?: string;
            /** @description Days on which it begins; every day when left out. */
            readonly weekdays?: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
            /**
             * @description An IANA name, or customer: the customer's zone, or else the workspace's.
             * @default customer
             */
            readonly timezone?: string;
            /**
             * @description hold: the message waits for the next time that is allowed. skip: it is not sent.
             * @default hold
             * @enum {string}
             */
            readonly then?: "hold" | "skip";
            /** @description What it is about; marketing when left out. */
            readonly categories?: readonly ("marketing" | "transactional")[];
        }[];
        /** @description Events after which nothing is sent for a while. */
        readonly suppress?: readonly {
            /** @description The event of the customer. */
            readonly event?: string;
            /**
             * @description For how long after it.
             * @example 72h
             */
            readonly for?: string;
            /** @description An event that ends it before its time. */
            readonly until?: string;
            /** @description Only where this condition holds of the customer. */
            readonly condition?: Record<string, unknown>;
            /** @description What is not sent; marketing when left out. */
            readonly categories?: readonly ("marketing" | "transactional")[];
        }[];
        /** @description Only where this condition holds of the customer is anything sent. */
        readonly condition?: Record<string, unknown>;
        /** @description Messages to one customer that would go out close to each other compete: by priority, then transactional before marketing, then the older first. What is handed over is never touched. */
        readonly arbitration?: {
            /**
             * @description How close is too close.
             * @example 2h
             */
            readonly window?: string;
            /**
             * @description hold: the loser goes out a window after the winner. drop: it does not go out.
             * @default hold
             * @enum {string}
             */
            readonly loser?: "hold" | "drop";
            /**
             * @description How long a message waits before it goes out, so that a better one may come.
             * @example 10m
             */
            readonly collect?: string;
        };
        /** @description Where a message is sent again: when nobody has reacted to it in time, or at once when it could not be sent. Decided like every message, under all policies. */
        readonly fallback?: readonly {
            /**
             * @description One of the channels of the policy.
             * @example sms
             */
            readonly channel?: string;
            /**
             * @description How long after it was sent.
             * @example 4h
             */
            readonly after?: string;
            /**
             * @description The reaction that makes it needless; a stronger one does too.
             * @default opened
             * @enum {string}
             */
            readonly unless?: "delivered" | "opened" | "clicked" | "replied";
        }[];
        /** @description Where customers are looked after better than by a message alone. */
        readonly care?: {
            /** @description Where customers can help themselves: the first that holds is help.title and help.url. */
            readonly selfService?: readonly {
                /** @description Only where this holds of the customer; always when left out. */
                readonly when?: Record<string, unknown>;
                /** @description What the template calls it. */
                readonly title?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description Where it is.
                 * @example https://belvedere.example/returns
                 */
                readonly url?: string;
            }[];
            /** @description Where it counts, somebody is asked to look after the customer in place of the message. */
            readonly person?: {
                /** @description Where this holds of the customer. */
                readonly when?: Record<string, unknown>;
                /**
                 * @description A connector that offers the action.
                 * @example crm
                 */
                readonly connector?: string;
                /**
                 * @description The action, by the name that the connector gives it.
                 * @example create-task
                 */
                readonly action?: string;
                /** @description What the action asks for; values such as {{customer.first_name}} and {{context}} are read. Journey, step, template and context when left out. */
                readonly input?: Record<string, unknown>;
            };
        };
        /** @description The first whose segment the customer is in replaces the members that it has. */
        readonly overrides?: readonly {
            /**
             * @description The key of a segment.
             * @example vip
             */
            readonly segment?: string;
            /** @description In order of preference: the first that the template has and the customer can be reached on. */
            readonly channels?: readonly {
                /**
                 * @description The name of the channel.
                 * @example email
                 */
                readonly channel?: string;
                /**
                 * @description The key of a connector.
                 * @example mailbox
                 */
                readonly connector?: string;
                /** @description Messages of other categories do not take this channel. */
                readonly categories?: readonly ("marketing" | "transactional")[];
                /**
                 * @description For how long a message is worth sending on this channel.
                 * @example 1h
                 */
                readonly timeToLive?: string;
            }[];
            /** @description Messages of other categories are not sent under it; every one when left out. */
            readonly categories?: readonly ("marketing" | "transactional")[];
            /**
             * @description The higher goes first where messages compete.
             * @default 50
             */
            readonly priority?: number;
            /**
             * @description For how long a message is worth sending; it is given up after that.
             * @example 2d
             */
            readonly timeToLive?: string;
            /**
             * @description The topic, for consent, of messages whose template names none.
             * @example newsletter
             */
            readonly topic?: string;
            /** @description At most so many messages to one customer in any stretch of time of a length. A message that would be one too many is skipped. */
            readonly caps?: readonly {
                /** @description So many at the most. */
                readonly max?: number;
                /**
                 * @description The length of the stretch, at most 366 days.
                 * @example 7d
                 */
                readonly per?: string;
                /**
                 * @description Counts and limits this channel alone; every channel when left out.
                 * @example sms
                 */
                readonly channel?: string;
                /**
                 * @description What it counts and limits.
                 * @default marketing
                 * @enum {string}
                 */
                readonly category?: "marketing" | "transactional" | "any";
            }[];
            /** @description Parts of the day in which nothing is sent. */
            readonly quietHours?: readonly {
                /**
                 * @description When it begins.
                 * @example 21:00
                 */
                readonly from?: string;
                /**
                 * @description When it ends; before `from`: on the day after.
                 * @example 21:00
                 */
                readonly to?: string;
                /** @description Days on which it begins; every day when left out. */
                readonly weekdays?: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                /**
                 * @description An IANA name, or customer: the customer's zone, or else the workspace's.
                 * @default customer
                 */
                readonly timezone?: string;
                /**
                 * @description hold: the message waits for the next time that is allowed. skip: it is not sent.
                 * @default hold
                 * @enum {string}
                 */
                readonly then?: "hold" | "skip";
                /** @description What it is about; marketing when left out. */
                readonly categories?: readonly ("marketing" | "transactional")[];
            }[];
            /** @description Parts of the day in which alone messages are sent: one of them has to be open. */
            readonly sendWindows?: readonly {
                /**
                 * @description When it begins.
                 * @example 21:00
                 */
                readonly from?: string;
                /**
                 * @description When it ends; before `from`: on the day after.
                 * @example 21:00
                 */
                readonly to?: string;
                /** @description Days on which it begins; every day when left out. */
                readonly weekdays?: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                /**
                 * @description An IANA name, or customer: the customer's zone, or else the workspace's.
                 * @default customer
                 */
                readonly timezone?: string;
                /**
                 * @description hold: the message waits for the next time that is allowed. skip: it is not sent.
                 * @default hold
                 * @enum {string}
                 */
                readonly then?: "hold" | "skip";
                /** @description What it is about; marketing when left out. */
                readonly categories?: readonly ("marketing" | "transactional")[];
            }[];
            /** @description Events after which nothing is sent for a while. */
            readonly suppress?: readonly {
                /** @description The event of the customer. */
                readonly event?: string;
                /**
                 * @description For how long after it.
                 * @example 72h
                 */
                readonly for?: string;
                /** @description An event that ends it before its time. */
                readonly until?: string;
                /** @description Only where this condition holds of the customer. */
                readonly condition?: Record<string, unknown>;
                /** @description What is not sent; marketing when left out. */
                readonly categories?: readonly ("marketing" | "transactional")[];
            }[];
            /** @description Only where this condition holds of the customer is anything sent. */
            readonly condition?: Record<string, unknown>;
            /** @description Messages to one customer that would go out close to each other compete: by priority, then transactional before marketing, then the older first. What is handed over is never touched. */
            readonly arbitration?: {
                /**
                 * @description How close is too close.
                 * @example 2h
                 */
                readonly window?: string;
                /**
                 * @description hold: the loser goes out a window after the winner. drop: it does not go out.
                 * @default hold
                 * @enum {string}
                 */
                readonly loser?: "hold" | "drop";
                /**
                 * @description How long a message waits before it goes out, so that a better one may come.
                 * @example 10m
                 */
                readonly collect?: string;
            };
            /** @description Where a message is sent again: when nobody has reacted to it in time, or at once when it could not be sent. Decided like every message, under all policies. */
            readonly fallback?: readonly {
                /**
                 * @description One of the channels of the policy.
                 * @example sms
                 */
                readonly channel?: string;
                /**
                 * @description How long after it was sent.
                 * @example 4h
                 */
                readonly after?: string;
                /**
                 * @description The reaction that makes it needless; a stronger one does too.
                 * @default opened
                 * @enum {string}
                 */
                readonly unless?: "delivered" | "opened" | "clicked" | "replied";
            }[];
            /** @description Where customers are looked after better than by a message alone. */
            readonly care?: {
                /** @description Where customers can help themselves: the first that holds is help.title and help.url. */
                readonly selfService?: readonly {
                    /** @description Only where this holds of the customer; always when left out. */
                    readonly when?: Record<string, unknown>;
                    /** @description What the template calls it. */
                    readonly title?: string | {
                        readonly [key: string]: string;
                    };
                    /**
                     * @description Where it is.
                     * @example https://belvedere.example/returns
                     */
                    readonly url?: string;
                }[];
                /** @description Where it counts, somebody is asked to look after the customer in place of the message. */
                readonly person?: {
                    /** @description Where this holds of the customer. */
                    readonly when?: Record<string, unknown>;
                    /**
                     * @description A connector that offers the action.
                     * @example crm
                     */
                    readonly connector?: string;
                    /**
                     * @description The action, by the name that the connector gives it.
                     * @example create-task
                     */
                    readonly action?: string;
                    /** @description What the action asks for; values such as {{customer.first_name}} and {{context}} are read. Journey, step, template and context when left out. */
                    readonly input?: Record<string, unknown>;
                };
            };
        }[];
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
        /**
         * @description Changed: published, and the draft has moved on since.
         * @example published
         * @enum {string}
         */
        readonly status: "draft" | "published" | "changed";
        /**
         * @description The number of the published version.
         * @example 3
         */
        readonly version: number | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 7
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When it was last published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When the draft is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
        /**
         * Format: date-time
         * @description With include=reviewDueAt: when it is to be reviewed; null without a review plan.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly reviewDueAt?: string | null;
    };
    /**
     * Channel policy draft
     * @description A draft may be unfinished.
     */
    readonly ChannelPolicyDraft: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description For whoever edits it.
         * @example Ask marketing before changing it
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description step: for the steps that name it. house: for the messages of every step, beside the policy of the step.
         * @default step
         * @enum {string}
         */
        readonly scope?: "step" | "house";
        /** @description For a policy of the house: the messages that it is about; all of them when left out. */
        readonly appliesTo?: {
            /** @description Those on these channels. */
            readonly channels?: readonly string[];
            /** @description Those of these categories. */
            readonly categories?: readonly ("marketing" | "transactional")[];
            /** @description Those of these brands. */
            readonly brands?: readonly string[];
        };
        /** @description In order of preference: the first that the template has and the customer can be reached on. */
        readonly channels?: readonly {
            /**
             * @description The name of the channel.
             * @example email
             */
            readonly channel: string;
            /**
             * @description The key of a connector.
             * @example mailbox
             */
            readonly connector: string;
            /** @description Messages of other categories do not take this channel. */
            readonly categories?: readonly ("marketing" | "transactional")[];
            /**
             * @description For how long a message is worth sending on this channel.
             * @example 1h
             */
            readonly timeToLive?: string;
        }[];
        /** @description Messages of other categories are not sent under it; every one when left out. */
        readonly categories?: readonly ("marketing" | "transactional")[];
        /**
         * @description The higher goes first where messages compete.
         * @default 50
         */
        readonly priority?: number;
        /**
         * @description For how long a message is worth sending; it is given up after that.
         * @example 2d
         */
        readonly timeToLive?: string;
        /**
         * @description The topic, for consent, of messages whose template names none.
         * @example newsletter
         */
        readonly topic?: string;
        /** @description At most so many messages to one customer in any stretch of time of a length. A message that would be one too many is skipped. */
        readonly caps?: readonly {
            /** @description So many at the most. */
            readonly max: number;
            /**
             * @description The length of the stretch, at most 366 days.
             * @example 7d
             */
            readonly per: string;
            /**
             * @description Counts and limits this channel alone; every channel when left out.
             * @example sms
             */
            readonly channel?: string;
            /**
             * @description What it counts and limits.
             * @default marketing
             * @enum {string}
             */
            readonly category?: "marketing" | "transactional" | "any";
        }[];
        /** @description Parts of the day in which nothing is sent. */
        readonly quietHours?: readonly {
            /**
             * @description When it begins.
             * @example 21:00
             */
            readonly from: string;
            /**
             * @description When it ends; before `from`: on the day after.
             * @example 21:00
             */
            readonly to: string;
            /** @description Days on which it begins; every day when left out. */
            readonly weekdays?: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
            /**
             * @description An IANA name, or customer: the customer's zone, or else the workspace's.
             * @default customer
             */
            readonly timezone?: string;
            /**
             * @description hold: the message waits for the next time that is allowed. skip: it is not sent.
             * @default hold
             * @enum {string}
             */
            readonly then?: "hold" | "skip";
            /** @description What it is about; marketing when left out. */
            readonly categories?: readonly ("marketing" | "transactional")[];
        }[];
        /** @description Parts of the day in which alone messages are sent: one of them has to be open. */
        readonly sendWindows?: readonly {
            /**
             * @description When it begins.
             * @example 21:00
             */
            readonly from: string;
            /**
             * @description When it ends; before `from`: on the day after.
             * @example 21:00
             */
            readonly to: string;
            /** @description Days on which it begins; every day when left out. */
            readonly weekdays?: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
            /**
             * @description An IANA name, or customer: the customer's zone, or else the workspace's.
             * @default customer
             */
            readonly timezone?: string;
            /**
             * @description hold: the message waits for the next time that is allowed. skip: it is not sent.
             * @default hold
             * @enum {string}
             */
            readonly then?: "hold" | "skip";
            /** @description What it is about; marketing when left out. */
            readonly categories?: readonly ("marketing" | "transactional")[];
        }[];
        /** @description Events after which nothing is sent for a while. */
        readonly suppress?: readonly {
            /** @description The event of the customer. */
            readonly event: string;
            /**
             * @description For how long after it.
             * @example 72h
             */
            readonly for: string;
            /** @description An event that ends it before its time. */
            readonly until?: string;
            /** @description Only where this condition holds of the customer. */
            readonly condition?: Record<string, unknown>;
            /** @description What is not sent; marketing when left out. */
            readonly categories?: readonly ("marketing" | "transactional")[];
        }[];
        /** @description Only where this condition holds of the customer is anything sent. */
        readonly condition?: Record<string, unknown>;
        /** @description Messages to one customer that would go out close to each other compete: by priority, then transactional before marketing, then the older first. What is handed over is never touched. */
        readonly arbitration?: {
            /**
             * @description How close is too close.
             * @example 2h
             */
            readonly window: string;
            /**
             * @description hold: the loser goes out a window after the winner. drop: it does not go out.
             * @default hold
             * @enum {string}
             */
            readonly loser?: "hold" | "drop";
            /**
             * @description How long a message waits before it goes out, so that a better one may come.
             * @example 10m
             */
            readonly collect?: string;
        };
        /** @description Where a message is sent again: when nobody has reacted to it in time, or at once when it could not be sent. Decided like every message, under all policies. */
        readonly fallback?: readonly {
            /**
             * @description One of the channels of the policy.
             * @example sms
             */
            readonly channel: string;
            /**
             * @description How long after it was sent.
             * @example 4h
             */
            readonly after: string;
            /**
             * @description The reaction that makes it needless; a stronger one does too.
             * @default opened
             * @enum {string}
             */
            readonly unless?: "delivered" | "opened" | "clicked" | "replied";
        }[];
        /** @description Where customers are looked after better than by a message alone. */
        readonly care?: {
            /** @description Where customers can help themselves: the first that holds is help.title and help.url. */
            readonly selfService?: readonly {
                /** @description Only where this holds of the customer; always when left out. */
                readonly when?: Record<string, unknown>;
                /** @description What the template calls it. */
                readonly title: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description Where it is.
                 * @example https://belvedere.example/returns
                 */
                readonly url: string;
            }[];
            /** @description Where it counts, somebody is asked to look after the customer in place of the message. */
            readonly person?: {
                /** @description Where this holds of the customer. */
                readonly when: Record<string, unknown>;
                /**
                 * @description A connector that offers the action.
                 * @example crm
                 */
                readonly connector: string;
                /**
                 * @description The action, by the name that the connector gives it.
                 * @example create-task
                 */
                readonly action: string;
                /** @description What the action asks for; values such as {{customer.first_name}} and {{context}} are read. Journey, step, template and context when left out. */
                readonly input?: Record<string, unknown>;
            };
        };
        /** @description The first whose segment the customer is in replaces the members that it has. */
        readonly overrides?: readonly {
            /**
             * @description The key of a segment.
             * @example vip
             */
            readonly segment: string;
            /** @description In order of preference: the first that the template has and the customer can be reached on. */
            readonly channels?: readonly {
                /**
                 * @description The name of the channel.
                 * @example email
                 */
                readonly channel: string;
                /**
                 * @description The key of a connector.
                 * @example mailbox
                 */
                readonly connector: string;
                /** @description Messages of other categories do not take this channel. */
                readonly categories?: readonly ("marketing" | "transactional")[];
                /**
                 * @description For how long a message is worth sending on this channel.
                 * @example 1h
                 */
                readonly timeToLive?: string;
            }[];
            /** @description Messages of other categories are not sent under it; every one when left out. */
            readonly categories?: readonly ("marketing" | "transactional")[];
            /**
             * @description The higher goes first where messages compete.
             * @default 50
             */
            readonly priority?: number;
            /**
             * @description For how long a message is worth sending; it is given up after that.
             * @example 2d
             */
            readonly timeToLive?: string;
            /**
             * @description The topic, for consent, of messages whose template names none.
             * @example newsletter
             */
            readonly topic?: string;
            /** @description At most so many messages to one customer in any stretch of time of a length. A message that would be one too many is skipped. */
            readonly caps?: readonly {
                /** @description So many at the most. */
                readonly max: number;
                /**
                 * @description The length of the stretch, at most 366 days.
                 * @example 7d
                 */
                readonly per: string;
                /**
                 * @description Counts and limits this channel alone; every channel when left out.
                 * @example sms
                 */
                readonly channel?: string;
                /**
                 * @description What it counts and limits.
                 * @default marketing
                 * @enum {string}
                 */
                readonly category?: "marketing" | "transactional" | "any";
            }[];
            /** @description Parts of the day in which nothing is sent. */
            readonly quietHours?: readonly {
                /**
                 * @description When it begins.
                 * @example 21:00
                 */
                readonly from: string;
                /**
                 * @description When it ends; before `from`: on the day after.
                 * @example 21:00
                 */
                readonly to: string;
                /** @description Days on which it begins; every day when left out. */
                readonly weekdays?: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                /**
                 * @description An IANA name, or customer: the customer's zone, or else the workspace's.
                 * @default customer
                 */
                readonly timezone?: string;
                /**
                 * @description hold: the message waits for the next time that is allowed. skip: it is not sent.
                 * @default hold
                 * @enum {string}
                 */
                readonly then?: "hold" | "skip";
                /** @description What it is about; marketing when left out. */
                readonly categories?: readonly ("marketing" | "transactional")[];
            }[];
            /** @description Parts of the day in which alone messages are sent: one of them has to be open. */
            readonly sendWindows?: readonly {
                /**
                 * @description When it begins.
                 * @example 21:00
                 */
                readonly from: string;
                /**
                 * @description When it ends; before `from`: on the day after.
                 * @example 21:00
                 */
                readonly to: string;
                /** @description Days on which it begins; every day when left out. */
                readonly weekdays?: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
                /**
                 * @description An IANA name, or customer: the customer's zone, or else the workspace's.
                 * @default customer
                 */
                readonly timezone?: string;
                /**
                 * @description hold: the message waits for the next time that is allowed. skip: it is not sent.
                 * @default hold
                 * @enum {string}
                 */
                readonly then?: "hold" | "skip";
                /** @description What it is about; marketing when left out. */
                readonly categories?: readonly ("marketing" | "transactional")[];
            }[];
            /** @description Events after which nothing is sent for a while. */
            readonly suppress?: readonly {
                /** @description The event of the customer. */
                readonly event: string;
                /**
                 * @description For how long after it.
                 * @example 72h
                 */
                readonly for: string;
                /** @description An event that ends it before its time. */
                readonly until?: string;
                /** @description Only where this condition holds of the customer. */
                readonly condition?: Record<string, unknown>;
                /** @description What is not sent; marketing when left out. */
                readonly categories?: readonly ("marketing" | "transactional")[];
            }[];
            /** @description Only where this condition holds of the customer is anything sent. */
            readonly condition?: Record<string, unknown>;
            /** @description Messages to one customer that would go out close to each other compete: by priority, then transactional before marketing, then the older first. What is handed over is never touched. */
            readonly arbitration?: {
                /**
                 * @description How close is too close.
                 * @example 2h
                 */
                readonly window: string;
                /**
                 * @description hold: the loser goes out a window after the winner. drop: it does not go out.
                 * @default hold
                 * @enum {string}
                 */
                readonly loser?: "hold" | "drop";
                /**
                 * @description How long a message waits before it goes out, so that a better one may come.
                 * @example 10m
                 */
                readonly collect?: string;
            };
            /** @description Where a message is sent again: when nobody has reacted to it in time, or at once when it could not be sent. Decided like every message, under all policies. */
            readonly fallback?: readonly {
                /**
                 * @description One of the channels of the policy.
                 * @example sms
                 */
                readonly channel: string;
                /**
                 * @description How long after it was sent.
                 * @example 4h
                 */
                readonly after: string;
                /**
                 * @description The reaction that makes it needless; a stronger one does too.
                 * @default opened
                 * @enum {string}
                 */
                readonly unless?: "delivered" | "opened" | "clicked" | "replied";
            }[];
            /** @description Where customers are looked after better than by a message alone. */
            readonly care?: {
                /** @description Where customers can help themselves: the first that holds is help.title and help.url. */
                readonly selfService?: readonly {
                    /** @description Only where this holds of the customer; always when left out. */
                    readonly when?: Record<string, unknown>;
                    /** @description What the template calls it. */
                    readonly title: string | {
                        readonly [key: string]: string;
                    };
                    /**
                     * @description Where it is.
                     * @example https://belvedere.example/returns
                     */
                    readonly url: string;
                }[];
                /** @description Where it counts, somebody is asked to look after the customer in place of the message. */
                readonly person?: {
                    /** @description Where this holds of the customer. */
                    readonly when: Record<string, unknown>;
                    /**
                     * @description A connector that offers the action.
                     * @example crm
                     */
                    readonly connector: string;
                    /**
                     * @description The action, by the name that the connector gives it.
                     * @example create-task
                     */
                    readonly action: string;
                    /** @description What the action asks for; values such as {{customer.first_name}} and {{context}} are read. Journey, step, template and context when left out. */
                    readonly input?: Record<string, unknown>;
                };
            };
        }[];
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
    };
    /**
     * Channel policy patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     */
    readonly ChannelPolicyPatch: Record<string, unknown>;
    /**
     * Channels of a customer
     * @description How a customer takes to each channel, and which is tried first where a step says `preferred`.
     */
    readonly ChannelsOfACustomer: {
        /**
         * @description What the customer says, else the channel of the highest score above 0; null where nothing is known.
         * @example email
         */
        readonly preferred: string | null;
        /** @description What the customer says, in the trait preferred_channel. */
        readonly explicit: string | null;
        /** @description Every channel on which there was a reaction, the best first. */
        readonly channels: readonly {
            /**
             * @description Such as email.
             * @example email
             */
            readonly channel: string;
            /**
             * @description What its reactions are worth today: each loses half of its worth in 30 days.
             * @example 4.75
             */
            readonly score: number;
            /** @description How many reactions of each kind there were. */
            readonly counts: {
                /**
                 * @description Each is worth 1.
                 * @example 0
                 */
                readonly opened: number;
                /**
                 * @description Each is worth 3.
                 * @example 2
                 */
                readonly clicked: number;
                /**
                 * @description Each is worth 4.
                 * @example 0
                 */
                readonly replied: number;
                /**
                 * @description Each is worth -3.
                 * @example 0
                 */
                readonly bounced: number;
                /**
                 * @description Each is worth -5.
                 * @example 0
                 */
                readonly unsubscribed: number;
                /**
                 * @description Each is worth -10.
                 * @example 0
                 */
                readonly complained: number;
            };
            /**
             * @description The latest.
             * @enum {string}
             */
            readonly lastReaction: "opened" | "clicked" | "replied" | "bounced" | "unsubscribed" | "complained";
            /**
             * Format: date-time
             * @description When that was.
             */
            readonly lastReactionAt: string;
        }[];
    };
    /**
     * Clone
     * @description Where to copy it to.
     */
    readonly Clone: {
        /**
         * @description The key of the copy.
         * @example welcome-2
         */
        readonly key: string;
    };
    /** Collected */
    readonly Collected: {
        /**
         * @description The calls are on disk, less those that are listed.
         * @constant
         */
        readonly success: true;
        /** @description Calls of a batch that were not taken, with their place and what is wrong. */
        readonly rejected?: readonly {
            /**
             * @description The place in the batch, from 0.
             * @example 1
             */
            readonly index: number;
            /** @description Why it was not taken. */
            readonly errors: readonly Schemas["ItemError"][];
        }[];
    };
    /**
     * Collector batch
     * @description Calls of a client library that it has saved up.
     */
    readonly CollectorBatch: {
        /** @description Calls, each with its type: identify, track, page, screen, group, alias. */
        readonly batch: readonly unknown[];
        /** @description For every call that does not say otherwise. */
        readonly context?: Record<string, unknown>;
        /**
         * @description When the request left, by the same clock.
         * @example 2026-03-02T08:00:01.000Z
         */
        readonly sentAt?: string;
        /**
         * @description An API token, where it is not the user name of the request.
         * @example prc_8sKd2LmQ4vXzYt6WnB1cRfUgHjEaPoIk
         */
        readonly writeKey?: string;
    };
    /**
     * Collector call: alias
     * @description Another id that a customer had before. Members that are not named here are taken and not looked at.
     */
    readonly CollectorCallAlias: {
        /**
         * @description Your own id of the customer.
         * @example c-1042
         */
        readonly userId: string;
        /**
         * @description The id of a device, for one who is not identified.
         * @example 9b2f6c1e-6d3a-4f0e-8f0d-2f2f4a3b7c11
         */
        readonly anonymousId?: string;
        /**
         * @description Calls of one customer with the same id happen once.
         * @example 018f2b7e-1042
         */
        readonly messageId?: string;
        /**
         * @description When it happened, by the clock of the sender.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly timestamp?: string;
        /**
         * @description As timestamp; goes before it.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly originalTimestamp?: string;
        /**
         * @description When the request left, by the same clock.
         * @example 2026-03-02T08:00:01.000Z
         */
        readonly sentAt?: string;
        /** @description Kept beside the event; channel and device are read from it. */
        readonly context?: Record<string, unknown>;
        /** @description Taken, and not looked at. */
        readonly integrations?: Record<string, unknown>;
        /**
         * @description The id that the customer had before.
         * @example 9b2f6c1e-6d3a
         */
        readonly previousId: string;
    };
    /**
     * Collector call: group
     * @description Something that a customer belongs to. Members that are not named here are taken and not looked at.
     */
    readonly CollectorCallGroup: {
        /**
         * @description Your own id of the customer.
         * @example c-1042
         */
        readonly userId?: string;
        /**
         * @description The id of a device, for one who is not identified.
         * @example 9b2f6c1e-6d3a-4f0e-8f0d-2f2f4a3b7c11
         */
        readonly anonymousId?: string;
        /**
         * @description Calls of one customer with the same id happen once.
         * @example 018f2b7e-1042
         */
        readonly messageId?: string;
        /**
         * @description When it happened, by the clock of the sender.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly timestamp?: string;
        /**
         * @description As timestamp; goes before it.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly originalTimestamp?: string;
        /**
         * @description When the request left, by the same clock.
         * @example 2026-03-02T08:00:01.000Z
         */
        readonly sentAt?: string;
        /** @description Kept beside the event; channel and device are read from it. */
        readonly context?: Record<string, unknown>;
        /** @description Taken, and not looked at. */
        readonly integrations?: Record<string, unknown>;
        /**
         * @description What the customer belongs to: a company, a household.
         * @example acme
         */
        readonly groupId: string;
        /** @description Kept as the trait `group` of the customer. */
        readonly traits?: Record<string, unknown>;
    };
    /**
     * Collector call: identify
     * @description Who a customer is, and what is known of them. Members that are not named here are taken and not looked at.
     */
    readonly CollectorCallIdentify: {
        /**
         * @description Your own id of the customer.
         * @example c-1042
         */
        readonly userId?: string;
        /**
         * @description The id of a device, for one who is not identified.
         * @example 9b2f6c1e-6d3a-4f0e-8f0d-2f2f4a3b7c11
         */
        readonly anonymousId?: string;
        /**
         * @description Calls of one customer with the same id happen once.
         * @example 018f2b7e-1042
         */
        readonly messageId?: string;
        /**
         * @description When it happened, by the clock of the sender.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly timestamp?: string;
        /**
         * @description As timestamp; goes before it.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly originalTimestamp?: string;
        /**
         * @description When the request left, by the same clock.
         * @example 2026-03-02T08:00:01.000Z
         */
        readonly sentAt?: string;
        /** @description Kept beside the event; channel and device are read from it. */
        readonly context?: Record<string, unknown>;
        /** @description Taken, and not looked at. */
        readonly integrations?: Record<string, unknown>;
        /** @description Merged into the traits of the customer; null removes one. */
        readonly traits?: Record<string, unknown>;
    };
    /**
     * Collector call: page
     * @description A page of a site that a customer looked at. Members that are not named here are taken and not looked at.
     */
    readonly CollectorCallPage: {
        /**
         * @description Your own id of the customer.
         * @example c-1042
         */
        readonly userId?: string;
        /**
         * @description The id of a device, for one who is not identified.
         * @example 9b2f6c1e-6d3a-4f0e-8f0d-2f2f4a3b7c11
         */
        readonly anonymousId?: string;
        /**
         * @description Calls of one customer with the same id happen once.
         * @example 018f2b7e-1042
         */
        readonly messageId?: string;
        /**
         * @description When it happened, by the clock of the sender.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly timestamp?: string;
        /**
         * @description As timestamp; goes before it.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly originalTimestamp?: string;
        /**
         * @description When the request left, by the same clock.
         * @example 2026-03-02T08:00:01.000Z
         */
        readonly sentAt?: string;
        /** @description Kept beside the event; channel and device are read from it. */
        readonly context?: Record<string, unknown>;
        /** @description Taken, and not looked at. */
        readonly integrations?: Record<string, unknown>;
        /**
         * @description What the page is called.
         * @example Pricing
         */
        readonly name?: string;
        /**
         * @description The section that it belongs to.
         * @example Docs
         */
        readonly category?: string;
        /** @description What journeys and templates can read of it. */
        readonly properties?: Record<string, unknown>;
    };
    /**
     * Collector call: screen
     * @description A screen of an app that a customer looked at. Members that are not named here are taken and not looked at.
     */
    readonly CollectorCallScreen: {
        /**
         * @description Your own id of the customer.
         * @example c-1042
         */
        readonly userId?: string;
        /**
         * @description The id of a device, for one who is not identified.
         * @example 9b2f6c1e-6d3a-4f0e-8f0d-2f2f4a3b7c11
         */
        readonly anonymousId?: string;
        /**
         * @description Calls of one customer with the same id happen once.
         * @example 018f2b7e-1042
         */
        readonly messageId?: string;
        /**
         * @description When it happened, by the clock of the sender.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly timestamp?: string;
        /**
         * @description As timestamp; goes before it.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly originalTimestamp?: string;
        /**
         * @description When the request left, by the same clock.
         * @example 2026-03-02T08:00:01.000Z
         */
        readonly sentAt?: string;
        /** @description Kept beside the event; channel and device are read from it. */
        readonly context?: Record<string, unknown>;
        /** @description Taken, and not looked at. */
        readonly integrations?: Record<string, unknown>;
        /**
         * @description What the screen is called.
         * @example Home
         */
        readonly name?: string;
        /**
         * @description The section that it belongs to.
         * @example Docs
         */
        readonly category?: string;
        /** @description What journeys and templates can read of it. */
        readonly properties?: Record<string, unknown>;
    };
    /**
     * Collector call: track
     * @description Something that a customer did. Members that are not named here are taken and not looked at.
     */
    readonly CollectorCallTrack: {
        /**
         * @description Your own id of the customer.
         * @example c-1042
         */
        readonly userId?: string;
        /**
         * @description The id of a device, for one who is not identified.
         * @example 9b2f6c1e-6d3a-4f0e-8f0d-2f2f4a3b7c11
         */
        readonly anonymousId?: string;
        /**
         * @description Calls of one customer with the same id happen once.
         * @example 018f2b7e-1042
         */
        readonly messageId?: string;
        /**
         * @description When it happened, by the clock of the sender.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly timestamp?: string;
        /**
         * @description As timestamp; goes before it.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly originalTimestamp?: string;
        /**
         * @description When the request left, by the same clock.
         * @example 2026-03-02T08:00:01.000Z
         */
        readonly sentAt?: string;
        /** @description Kept beside the event; channel and device are read from it. */
        readonly context?: Record<string, unknown>;
        /** @description Taken, and not looked at. */
        readonly integrations?: Record<string, unknown>;
        /**
         * @description What happened, such as account.created. Names that begin with journey., note., segment., persona. or message. are reserved.
         * @example account.created
         */
        readonly event: string;
        /** @description What journeys and templates can read of it. */
        readonly properties?: Record<string, unknown>;
    };
    /**
     * Comment
     * @description What somebody has said about a thing, or about a part of it.
     */
    readonly Comment: {
        /**
         * @description Of the comment.
         * @example 9101
         */
        readonly id: string;
        /**
         * @description The id of the comment that began the thread.
         * @example 9101
         */
        readonly thread: string;
        /**
         * @description Which part of the document it is about (RFC 6901); null for the whole.
         * @example /name
         */
        readonly pointer: string | null;
        /**
         * @description Null where it was deleted and others have replied.
         * @example Too long for a phone.
         */
        readonly text: string | null;
        readonly author: Schemas["Person"];
        /**
         * Format: date-time
         * @description When it was said.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When its text was last changed; null when it never was.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly editedAt: string | null;
        /** @description Of the thread; on the comment that began it. */
        readonly resolved: boolean;
        /**
         * Format: date-time
         * @description When the thread was settled; null while it is not.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly resolvedAt: string | null;
        /**
         * @description The name of who settled it; null while it is not.
         * @example Ben
         */
        readonly resolvedBy: string | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 1
         */
        readonly revision: number;
    };
    /**
     * Comparison of journey maps
     * @description What the second map has added, removed and eased.
     */
    readonly ComparisonOfJourneyMaps: {
        /** @description The one: how it was, or is. */
        readonly a: {
            /**
             * @description The key of the map.
             * @example support-today
             */
            readonly key: string;
            /**
             * @description As it is, or as it is to be.
             * @enum {string}
             */
            readonly kind: "current" | "future";
        };
        /** @description The other: how it is, or is to be. */
        readonly b: {
            /**
             * @description The key of the map.
             * @example support-today
             */
            readonly key: string;
            /**
             * @description As it is, or as it is to be.
             * @enum {string}
             */
            readonly kind: "current" | "future";
        };
        /** @description Each difference as a sentence. */
        readonly summary: readonly string[];
        /** @description Phases that one of them has. */
        readonly phases: {
            /** @description Only the other has them. */
            readonly added: readonly string[];
            /** @description Only the one has them. */
            readonly removed: readonly string[];
        };
        /** @description Touchpoints in a phase that one of them has. */
        readonly moments: {
            /** @description Only the other has them. */
            readonly added: readonly {
                /**
                 * @description The key of the phase.
                 * @example retention
                 */
                readonly phase: string;
                /**
                 * @description The key of the touchpoint.
                 * @example support-call
                 */
                readonly touchpoint: string;
            }[];
            /** @description Only the one has them. */
            readonly removed: readonly {
                /**
                 * @description The key of the phase.
                 * @example retention
                 */
                readonly phase: string;
                /**
                 * @description The key of the touchpoint.
                 * @example support-call
                 */
                readonly touchpoint: string;
            }[];
        };
        /** @description What stands in the way. */
        readonly friction: {
            /** @description Only the other has it. */
            readonly added: readonly {
                /**
                 * @description The key of the phase.
                 * @example retention
                 */
                readonly phase: string;
                /**
                 * @description The key of the touchpoint.
                 * @example support-call
                 */
                readonly touchpoint: string;
                /**
                 * @description The key of the friction.
                 * @example slow-answer
                 */
                readonly friction: string;
                /**
                 * @description A text, or one per locale.
                 * @example No answer for two days
                 */
                readonly text: string | Record<string, unknown>;
                /**
                 * @description Severity, 1 to 5. Absent where there is no such friction.
                 * @example 5
                 */
                readonly from?: number;
                /**
                 * @description Severity, 1 to 5. Absent where there is no such friction.
                 * @example 5
                 */
                readonly to?: number;
            }[];
            /** @description Only the one has it. */
            readonly removed: readonly {
                /**
                 * @description The key of the phase.
                 * @example retention
                 */
                readonly phase: string;
                /**
                 * @description The key of the touchpoint.
                 * @example support-call
                 */
                readonly touchpoint: string;
                /**
                 * @description The key of the friction.
                 * @example slow-answer
                 */
                readonly friction: string;
                /**
                 * @description A text, or one per locale.
                 * @example No answer for two days
                 */
                readonly text: string | Record<string, unknown>;
                /**
                 * @description Severity, 1 to 5. Absent where there is no such friction.
                 * @example 5
                 */
                readonly from?: number;
                /**
                 * @description Severity, 1 to 5. Absent where there is no such friction.
                 * @example 5
                 */
                readonly to?: number;
            }[];
            /** @description Less severe in the other. */
            readonly eased: readonly {
                /**
                 * @description The key of the phase.
                 * @example retention
                 */
                readonly phase: string;
                /**
                 * @description The key of the touchpoint.
                 * @example support-call
                 */
                readonly touchpoint: string;
                /**
                 * @description The key of the friction.
                 * @example slow-answer
                 */
                readonly friction: string;
                /**
                 * @description A text, or one per locale.
                 * @example No answer for two days
                 */
                readonly text: string | Record<string, unknown>;
                /**
                 * @description Severity, 1 to 5. Absent where there is no such friction.
                 * @example 5
                 */
                readonly from?: number;
                /**
                 * @description Severity, 1 to 5. Absent where there is no such friction.
                 * @example 5
                 */
                readonly to?: number;
            }[];
            /** @description More severe in the other. */
            readonly worsened: readonly {
                /**
                 * @description The key of the phase.
                 * @example retention
                 */
                readonly phase: string;
                /**
                 * @description The key of the touchpoint.
                 * @example support-call
                 */
                readonly touchpoint: string;
                /**
                 * @description The key of the friction.
                 * @example slow-answer
                 */
                readonly friction: string;
                /**
                 * @description A text, or one per locale.
                 * @example No answer for two days
                 */
                readonly text: string | Record<string, unknown>;
                /**
                 * @description Severity, 1 to 5. Absent where there is no such friction.
                 * @example 5
                 */
                readonly from?: number;
                /**
                 * @description Severity, 1 to 5. Absent where there is no such friction.
                 * @example 5
                 */
                readonly to?: number;
            }[];
        };
        /** @description How customers feel. */
        readonly emotions: {
            /** @description Higher in the other. */
            readonly better: readonly {
                /**
                 * @description The key of the phase.
                 * @example retention
                 */
                readonly phase: string;
                /**
                 * @description The key of the touchpoint.
                 * @example support-call
                 */
                readonly touchpoint: string;
                /**
                 * @description From −2 to +2. Absent where none is given.
                 * @example -1
                 */
                readonly from?: number;
                /**
                 * @description From −2 to +2. Absent where none is given.
                 * @example -1
                 */
                readonly to?: number;
            }[];
            /** @description Lower in the other. */
            readonly worse: readonly {
                /**
                 * @description The key of the phase.
                 * @example retention
                 */
                readonly phase: string;
                /**
                 * @description The key of the touchpoint.
                 * @example support-call
                 */
                readonly touchpoint: string;
                /**
                 * @description From −2 to +2. Absent where none is given.
                 * @example -1
                 */
                readonly from?: number;
                /**
                 * @description From −2 to +2. Absent where none is given.
                 * @example -1
                 */
                readonly to?: number;
            }[];
        };
        /** @description What else is told of a moment. */
        readonly texts: readonly {
            /**
             * @description The key of the phase.
             * @example retention
             */
            readonly phase: string;
            /**
             * @description The key of the touchpoint.
             * @example support-call
             */
            readonly touchpoint: string;
            /**
             * @description What of the moment.
             * @enum {string}
             */
            readonly member: "goals" | "actions" | "motivations" | "questions";
            /** @description Only the other has them. */
            readonly added: readonly (string | Record<string, unknown>)[];
            /** @description Only the one has them. */
            readonly removed: readonly (string | Record<string, unknown>)[];
        }[];
    };
    /**
     * Completeness
     * @description With include=completeness: by locale, how many of the localised texts are written.
     */
    readonly Completeness: {
        readonly [key: string]: {
            /**
             * @description How many are written.
             * @example 4
             */
            readonly written: number;
            /**
             * @description How many there are.
             * @example 5
             */
            readonly of: number;
            /** @description JSON pointers to the others. */
            readonly missing: readonly string[];
        };
    };
    /**
     * Completion
     * @description What came of something that a person was asked to do.
     */
    readonly Completion: {
        /**
         * @description What came of it, in a word: the step goes on by the way of this name.
         * @example reached
         */
        readonly outcome: string;
        /**
         * @description What the person has noted. It is a note of the customer from then on.
         * @example Wants an offer for ten seats before Friday.
         */
        readonly note?: string;
        /**
         * @description Who has done it.
         * @example Grace, sales
         */
        readonly by?: string;
        /**
         * Format: date-time
         * @description When it was done; now, when left out. Times before the call or ahead of now are drawn in.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly at?: string;
        /** @description What else the event tells. */
        readonly properties?: Record<string, unknown>;
        /** @description What is known of the customer by it: merged into the traits. */
        readonly traits?: Record<string, unknown>;
    };
    /**
     * Condition
     * @description All of several conditions, any of them, the opposite of one, or a test.
     */
    readonly Condition: {
        /** @description All of them have to hold. */
        readonly all: readonly Schemas["Condition"][];
    } | {
        /** @description One of them has to hold. */
        readonly any: readonly Schemas["Condition"][];
    } | {
        readonly not: Schemas["Condition"];
    } | Schemas["TestTrait"] | Schemas["TestProperty"] | Schemas["TestContext"] | Schemas["TestConsent"] | Schemas["TestChannel"] | Schemas["TestPreferred"] | Schemas["TestEvent"] | Schemas["TestMessage"] | Schemas["TestSegment"] | Schemas["TestPersona"] | Schemas["TestTag"] | Schemas["TestJourney"] | Schemas["TestTest"];
    /**
     * Connector
     * @description Ways out: each an account with a provider, and the plugin that speaks to it.
     */
    readonly Connector: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description For whoever edits it.
         * @example Ask marketing before changing it
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /** @description Such as email-smtp. */
        readonly type?: string;
        /** @description The settings that the connector type asks for. */
        readonly config?: Record<string, unknown>;
        /** @description What the provider lets through, for all workers together. */
        readonly limits?: {
            /**
             * @description Messages within any second.
             * @example 14
             */
            readonly perSecond?: number;
            /**
             * @description Messages within any minute.
             * @example 600
             */
            readonly perMinute?: number;
            /**
             * @description Messages within any 24 hours.
             * @example 50000
             */
            readonly perDay?: number;
            /**
             * @description Batches that are sent at the same time.
             * @example 4
             */
            readonly concurrency?: number;
        };
        /** @description How a sender that nobody knows yet begins: so many messages a day, until the list is over. */
        readonly warmUp?: {
            /**
             * Format: date
             * @description The first day. Nothing is sent before it.
             * @example 2026-03-02
             */
            readonly startedOn?: string;
            /** @description Messages on the first day, on the second and so on. After the last one there is no limit. */
            readonly perDay?: readonly number[];
            /**
             * @description In which days begin; that of the workspace by default.
             * @example Europe/Paris
             */
            readonly zone?: string;
        };
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
        /**
         * @description Changed: published, and the draft has moved on since.
         * @example published
         * @enum {string}
         */
        readonly status: "draft" | "published" | "changed";
        /**
         * @description The number of the published version.
         * @example 3
         */
        readonly version: number | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 7
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When it was last published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When the draft is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
        /**
         * Format: date-time
         * @description With include=reviewDueAt: when it is to be reviewed; null without a review plan.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly reviewDueAt?: string | null;
    };
    /**
     * Connector delivery
     * @description How the deliveries of a connector stand, for all workers together.
     */
    readonly ConnectorDelivery: {
        /**
         * @description Whether messages go out: `throttled` while the provider asks for a pause, `down` while it is out of reach or refuses the settings and is left alone, `probing` while a few messages try whether it is back.
         * @enum {string}
         */
        readonly state: "open" | "throttled" | "down" | "probing";
        /**
         * Format: date-time
         * @description When it is tried again; null where it is open.
         */
        readonly nextAt: string | null;
        /** @description What waits, by the category of messages. */
        readonly waiting: {
            /** @description Of marketing. */
            readonly marketing: {
                /**
                 * @description Those that wait for another try or are being sent, too. Each share is counted up to 100000.
                 * @example 120
                 */
                readonly messages: number;
                /**
                 * Format: date-time
                 * @description When the first of them was due, or will be; null where none waits.
                 */
                readonly since: string | null;
            };
            /** @description Of what customers need. */
            readonly transactional: {
                /**
                 * @description Those that wait for another try or are being sent, too. Each share is counted up to 100000.
                 * @example 120
                 */
                readonly messages: number;
                /**
                 * Format: date-time
                 * @description When the first of them was due, or will be; null where none waits.
                 */
                readonly since: string | null;
            };
        };
        /** @description What workers have in hand; counted where something limits the connector. */
        readonly sending: {
            /**
             * @description Batches with the provider.
             * @example 2
             */
            readonly batches: number;
            /**
             * @description Messages in them.
             * @example 50
             */
            readonly messages: number;
        };
        /**
         * @description Batches at the same time that it is limited to.
         * @example 4
         */
        readonly concurrency: number | null;
        /** @description Every window that limits it. */
        readonly limits: readonly {
            /**
             * @description How long the window is.
             * @enum {string}
             */
            readonly per: "second" | "minute" | "day";
            /**
             * @description Messages within it.
             * @example 14
             */
            readonly limit: number;
            /**
             * @description Sent within it, or being sent.
             * @example 9
             */
            readonly used: number;
            /**
             * Format: date-time
             * @description When some of it is free again.
             */
            readonly freeAt: string | null;
        }[];
        /** @description The day of the warm-up; null where there is none or it is over. */
        readonly warmUp: {
            /**
             * @description 1 for the first; less before it begins.
             * @example 3
             */
            readonly day: number;
            /**
             * Format: date
             * @description The day.
             * @example 2026-03-04
             */
            readonly date: string;
            /**
             * @description Messages on this day.
             * @example 500
             */
            readonly limit: number;
            /**
             * @description Sent on this day, or being sent.
             * @example 212
             */
            readonly sent: number;
            /**
             * Format: date-time
             * @description When the next day begins.
             */
            readonly endsAt: string;
        } | null;
        /** @description The last time that the provider was out of reach, refused the settings or asked for a pause. */
        readonly lastError: {
            /**
             * @description Stable.
             * @example smtp.connection-failed
             */
            readonly code: string;
            /**
             * @description What was said.
             * @example connect ECONNREFUSED
             */
            readonly detail: string;
            /**
             * Format: date-time
             * @description When.
             */
            readonly at: string;
        } | null;
    };
    /**
     * Connector draft
     * @description A draft may be unfinished. To be published it needs type, config as well.
     */
    readonly ConnectorDraft: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description For whoever edits it.
         * @example Ask marketing before changing it
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /** @description Such as email-smtp. */
        readonly type?: string;
        /** @description The settings that the connector type asks for. */
        readonly config?: Record<string, unknown>;
        /** @description What the provider lets through, for all workers together. */
        readonly limits?: {
            /**
             * @description Messages within any second.
             * @example 14
             */
            readonly perSecond?: number;
            /**
             * @description Messages within any minute.
             * @example 600
             */
            readonly perMinute?: number;
            /**
             * @description Messages within any 24 hours.
             * @example 50000
             */
            readonly perDay?: number;
            /**
             * @description Batches that are sent at the same time.
             * @example 4
             */
            readonly concurrency?: number;
        };
        /** @description How a sender that nobody knows yet begins: so many messages a day, until the list is over. */
        readonly warmUp?: {
            /**
             * Format: date
             * @description The first day. Nothing is sent before it.
             * @example 2026-03-02
             */
            readonly startedOn: string;
            /** @description Messages on the first day, on the second and so on. After the last one there is no limit. */
            readonly perDay: readonly number[];
            /**
             * @description In which days begin; that of the workspace by default.
             * @example Europe/Paris
             */
            readonly zone?: string;
        };
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
    };
    /**
     * Connector patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     */
    readonly ConnectorPatch: Record<string, unknown>;
    /**
     * Connector type
     * @description A kind of connector that can be set up.
     */
    readonly ConnectorType: {
        /**
         * @description The `type` of a connector.
         * @example email-smtp
         */
        readonly type: string;
        /**
         * @description The plugin that it comes from.
         * @example email-smtp
         */
        readonly plugin: string;
        /**
         * @description What it carries; null where it carries no messages.
         * @example email
         */
        readonly channel: string | null;
        /**
         * @description What it does.
         * @example Hands emails to an SMTP server.
         */
        readonly summary: string;
        /** @description JSON Schema (draft 2020-12) of the `config` of a connector; `"x-secret": true` marks secrets. */
        readonly configSchema: Record<string, unknown>;
        /** @description What it can do in `action` steps, by name: a summary, and the schema of the input. */
        readonly actions: Record<string, unknown>;
        /** @description What it keeps people in step with, for `crm-syncs`: kinds of records, the most people in one call, the field that people are matched by, and whether it can forget people who were erased. Null where it keeps no records. */
        readonly records: Record<string, unknown> | null;
        /** @description Events that it tells of customers, by name: a sentence each. */
        readonly events: Record<string, unknown>;
        /** @description What it brings into a warehouse by itself, as soon as it is published. */
        readonly exports: readonly ("events" | "enrollments")[];
        /** @description How many messages or rows it takes at once, and whether it drops a message that comes twice. */
        readonly capabilities: Record<string, unknown>;
    };
    /**
     * Consent
     * @description What was last decided for a channel and a topic.
     */
    readonly Consent: {
        /**
         * @description What the messages come by, such as email.
         * @example email
         */
        readonly channel: string;
        /**
         * @description The key of a topic; * for the whole channel, which ends what was decided about its topics.
         * @example newsletter
         */
        readonly topic: string;
        /**
         * @description `pending`: asked for, to be confirmed by a link. `unknown`: never asked, or taken back.
         * @enum {string}
         */
        readonly state: "granted" | "denied" | "pending" | "unknown";
        /**
         * @description Where the decision was made.
         * @enum {string}
         */
        readonly source: "api" | "preference-page" | "confirmation-link" | "unsubscribe-link" | "import" | "journey" | "complaint" | "keyword";
        /**
         * Format: date-time
         * @description When the customer decided.
         */
        readonly decidedAt: string;
        /**
         * @description Of a pending one: the path of the page that confirms it.
         * @example /p/eyJwIjoiYyJ9.4hT2k9wQ
         */
        readonly confirmPath?: string;
    };
    /**
     * Consent change
     * @description A decision that was made, whatever was decided since.
     */
    readonly ConsentChange: {
        /**
         * @description Of the decision.
         * @example 8812345678901234
         */
        readonly id: string;
        /**
         * @description What the messages come by, such as email.
         * @example email
         */
        readonly channel: string;
        /**
         * @description The key of a topic; * for the whole channel, which ends what was decided about its topics.
         * @example newsletter
         */
        readonly topic: string;
        /**
         * @description `pending`: asked for, to be confirmed by a link. `unknown`: never asked, or taken back.
         * @enum {string}
         */
        readonly state: "granted" | "denied" | "pending" | "unknown";
        /**
         * @description Where the decision was made.
         * @enum {string}
         */
        readonly source: "api" | "preference-page" | "confirmation-link" | "unsubscribe-link" | "import" | "journey" | "complaint" | "keyword";
        /** @description What shows the decision; null where nothing was given. */
        readonly proof: Schemas["ConsentProof"] | null;
        /** @description Who told it; null where the customer did it themselves. */
        readonly by: Schemas["RecordedActor"] | null;
        /**
         * Format: date-time
         * @description When the customer decided.
         */
        readonly decidedAt: string;
    };
    /**
     * Consent decision
     * @description What a customer lets be sent, or does not.
     */
    readonly ConsentDecision: {
        /**
         * @description What the messages come by, such as email.
         * @example email
         */
        readonly channel: string;
        /**
         * @description The key of a topic; * for the whole channel, which ends what was decided about its topics.
         * @default *
         * @example newsletter
         */
        readonly topic?: string;
        /**
         * @description `pending`: asked for, to be confirmed by a link, which the answer carries.
         * @enum {string}
         */
        readonly state: "granted" | "denied" | "pending" | "unknown";
        /**
         * Format: date-time
         * @description When they decided; now, when left out. A later time counts as now.
         */
        readonly decidedAt?: string;
        readonly proof?: Schemas["ConsentProof"];
    };
    /**
     * Consent proof
     * @description What shows the decision.
     */
    readonly ConsentProof: {
        /**
         * @description The words that were shown.
         * @example Send me the newsletter once a month.
         */
        readonly text?: string;
        /**
         * @description The network address it came from.
         * @example 203.0.113.7
         */
        readonly address?: string;
        /**
         * @description The page or form.
         * @example https://example.com/newsletter
         */
        readonly url?: string;
        /**
         * @description The browser, as it calls itself.
         * @example Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0
         */
        readonly userAgent?: string;
    };
    /**
     * Consents
     * @description What a customer has decided, and the links by which they decide.
     */
    readonly Consents: {
        /**
         * @description Your own id of the customer.
         * @example c-1042
         */
        readonly customerId: string;
        /** @description What is not listed is unknown. */
        readonly consents: readonly Schemas["Consent"][];
        /**
         * @description The path of the customer’s preference page.
         * @example /p/eyJwIjoicCJ9.9sVx3LmQ
         */
        readonly preferencesPath: string;
    };
    /**
     * Consents to write
     * @description Decisions of a customer.
     */
    readonly ConsentsToWrite: {
        /** @description One for each channel and topic. */
        readonly consents: readonly Schemas["ConsentDecision"][];
    };
    /**
     * Content archive
     * @description A tar of a folder of YAML, as `parcours pull` writes it.
     */
    readonly ContentArchive: string;
    /**
     * Content export
     * @description The content of an installation.
     */
    readonly ContentExport: {
        /**
         * @description The format of this document.
         * @example parcours/1
         * @constant
         */
        readonly format: "parcours/1";
        /**
         * @description Names the installation.
         * @example 2vq1hl9xe3k
         */
        readonly instance: string;
        /** @description The content types that it speaks for. */
        readonly types: readonly string[];
        /** @description By type and key. */
        readonly things: readonly Schemas["ContentThing"][];
    };
    /**
     * Content import
     * @description Content for an installation.
     */
    readonly ContentImport: {
        /**
         * @description The format of this document.
         * @example parcours/1
         * @constant
         */
        readonly format: "parcours/1";
        /**
         * @description Where it was exported from; not used.
         * @example 2vq1hl9xe3k
         */
        readonly instance?: string;
        /** @description The content types that it speaks for: of these, `prune` deletes what it lacks. Those of its things, when left out. */
        readonly types?: readonly string[];
        /** @description In any order. */
        readonly things: readonly Schemas["ContentThing"][];
        readonly base?: Schemas["ImportBase"];
        /** @description Values by the names that the documents have. A secret without one keeps the value stored. */
        readonly secrets?: {
            readonly [key: string]: string;
        };
    };
    /**
     * Content thing
     * @description A piece of content as it travels.
     */
    readonly ContentThing: {
        /**
         * @description The content type.
         * @example touchpoints
         */
        readonly type: string;
        /**
         * @description `published`: in use as its draft says. `draft`: not, or not yet, to be used so. `archived`: put away.
         * @default published
         * @example published
         * @enum {string}
         */
        readonly state?: "published" | "draft" | "archived";
        /** @description The draft, with `{ "$secret": "NAME" }` in place of each secret. */
        readonly document: Record<string, unknown>;
        /** @description What is in use while the draft has moved on. */
        readonly published?: Record<string, unknown>;
    };
    /**
     * Crm sync
     * @description Which values customers and the people of a CRM share, and who is right.
     */
    readonly CrmSync: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description For whoever edits it.
         * @example Sales owns the names
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description The connector to the CRM.
         * @example hubspot
         */
        readonly connector?: string;
        /** @description What people are recognised by. A record that is once linked stays so, whatever changes. */
        readonly match?: {
            /**
             * @description The first email, the first phone, or the id of the customer.
             * @example email
             * @enum {string}
             */
            readonly trait?: "email" | "phone" | "id";
            /**
             * @description The field beside it; that of the connector where left out.
             * @example firstname
             */
            readonly field?: string;
        };
        /** @description Values that both sides keep. */
        readonly fields?: readonly {
            /**
             * @description The name of a trait.
             * @example firstName
             */
            readonly trait?: string;
            /**
             * @description The field, as the CRM names it.
             * @example firstname
             */
            readonly field?: string;
            /**
             * @description in: the CRM tells. out: Parcours tells. both: whoever changes it.
             * @default in
             * @example both
             * @enum {string}
             */
            readonly direction?: "in" | "out" | "both";
            /**
             * @description Who is right where both sides have changed a value since they last agreed: who changed it last, always the CRM, or always Parcours.
             * @example newest
             * @enum {string}
             */
            readonly conflict?: "newest" | "crm" | "parcours";
        }[];
        /**
         * @description Who is right where both sides have changed a value since they last agreed: who changed it last, always the CRM, or always Parcours.
         * @default newest
         * @example newest
         * @enum {string}
         */
        readonly conflict?: "newest" | "crm" | "parcours";
        /**
         * @description Whether people whom nobody is here become customers.
         * @default true
         * @example true
         */
        readonly newCustomers?: boolean;
        /** @description Who goes out to the CRM; nobody where it is left out. */
        readonly send?: {
            /**
             * @description Only who is in it; every customer where left out.
             * @example trials
             */
            readonly segment?: string;
            /**
             * @description Whether customers whom the CRM does not know are created there.
             * @default true
             * @example true
             */
            readonly newPeople?: boolean;
        };
        /** @description Other kinds of records, and what becomes of them. */
        readonly records?: readonly {
            /**
             * @description Of which kind.
             * @example ticket
             * @enum {string}
             */
            readonly kind?: "lead" | "deal" | "ticket" | "task" | "order" | "invoice";
            /** @description Properties of the events, and the fields that they come from. */
            readonly properties?: {
                readonly [key: string]: string;
            };
            /** @description What a change is told as. Records of the first load are history and tell nothing. */
            readonly events?: readonly {
                /**
                 * @description The name of the event.
                 * @example ticket.resolved
                 */
                readonly event?: string;
                /** @description When a field comes to one of the values; when the record is new, where left out. */
                readonly when?: {
                    /**
                     * @description The field, as the CRM names it.
                     * @example firstname
                     */
                    readonly field?: string;
                    /** @description Values. */
                    readonly in?: readonly (string | number | boolean)[];
                };
            }[];
            /** @description What the records of a customer come to, as traits. */
            readonly traits?: readonly {
                /**
                 * @description The name of a trait.
                 * @example openInvoices
                 */
                readonly trait?: string;
                /**
                 * @description How many they are, the sum of a field, or its earliest or latest value.
                 * @example count
                 * @enum {string}
                 */
                readonly is?: "count" | "sum" | "earliest" | "latest";
                /**
                 * @description The field, as the CRM names it.
                 * @example amount
                 */
                readonly field?: string;
                /** @description Only of those whose field has one of the values. */
                readonly where?: {
                    /**
                     * @description The field, as the CRM names it.
                     * @example firstname
                     */
                    readonly field?: string;
                    /** @description Values. */
                    readonly in?: readonly (string | number | boolean)[];
                };
            }[];
        }[];
        /**
         * @description What becomes of a person in the CRM whose customer is erased here: the CRM is told nothing, or it deletes the person. Those who were erased before are deleted as well.
         * @default keep
         * @example forget
         * @enum {string}
         */
        readonly onErasure?: "keep" | "forget";
        /**
         * @description How often both sides are compared.
         * @default 15m
         * @example 15m
         */
        readonly every?: string;
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
        /**
         * @description Changed: published, and the draft has moved on since.
         * @example published
         * @enum {string}
         */
        readonly status: "draft" | "published" | "changed";
        /**
         * @description The number of the published version.
         * @example 3
         */
        readonly version: number | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 7
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When it was last published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When the draft is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
        /**
         * Format: date-time
         * @description With include=reviewDueAt: when it is to be reviewed; null without a review plan.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly reviewDueAt?: string | null;
    };
    /**
     * Crm sync draft
     * @description A draft may be unfinished. To be published it needs connector, match, fields as well.
     */
    readonly CrmSyncDraft: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description For whoever edits it.
         * @example Sales owns the names
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description The connector to the CRM.
         * @example hubspot
         */
        readonly connector?: string;
        /** @description What people are recognised by. A record that is once linked stays so, whatever changes. */
        readonly match?: {
            /**
             * @description The first email, the first phone, or the id of the customer.
             * @example email
             * @enum {string}
             */
            readonly trait: "email" | "phone" | "id";
            /**
             * @description The field beside it; that of the connector where left out.
             * @example firstname
             */
            readonly field?: string;
        };
        /** @description Values that both sides keep. */
        readonly fields?: readonly {
            /**
             * @description The name of a trait.
             * @example firstName
             */
            readonly trait: string;
            /**
             * @description The field, as the CRM names it.
             * @example firstname
             */
            readonly field: string;
            /**
             * @description in: the CRM tells. out: Parcours tells. both: whoever changes it.
             * @default in
             * @example both
             * @enum {string}
             */
            readonly direction?: "in" | "out" | "both";
            /**
             * @description Who is right where both sides have changed a value since they last agreed: who changed it last, always the CRM, or always Parcours.
             * @example newest
             * @enum {string}
             */
            readonly conflict?: "newest" | "crm" | "parcours";
        }[];
        /**
         * @description Who is right where both sides have changed a value since they last agreed: who changed it last, always the CRM, or always Parcours.
         * @default newest
         * @example newest
         * @enum {string}
         */
        readonly conflict?: "newest" | "crm" | "parcours";
        /**
         * @description Whether people whom nobody is here become customers.
         * @default true
         * @example true
         */
        readonly newCustomers?: boolean;
        /** @description Who goes out to the CRM; nobody where it is left out. */
        readonly send?: {
            /**
             * @description Only who is in it; every customer where left out.
             * @example trials
             */
            readonly segment?: string;
            /**
             * @description Whether customers whom the CRM does not know are created there.
             * @default true
             * @example true
             */
            readonly newPeople?: boolean;
        };
        /** @description Other kinds of records, and what becomes of them. */
        readonly records?: readonly {
            /**
             * @description Of which kind.
             * @example ticket
             * @enum {string}
             */
            readonly kind: "lead" | "deal" | "ticket" | "task" | "order" | "invoice";
            /** @description Properties of the events, and the fields that they come from. */
            readonly properties?: {
                readonly [key: string]: string;
            };
            /** @description What a change is told as. Records of the first load are history and tell nothing. */
            readonly events?: readonly {
                /**
                 * @description The name of the event.
                 * @example ticket.resolved
                 */
                readonly event: string;
                /** @description When a field comes to one of the values; when the record is new, where left out. */
                readonly when?: {
                    /**
                     * @description The field, as the CRM names it.
                     * @example firstname
                     */
                    readonly field: string;
                    /** @description Values. */
                    readonly in: readonly (string | number | boolean)[];
                };
            }[];
            /** @description What the records of a customer come to, as traits. */
            readonly traits?: readonly {
                /**
                 * @description The name of a trait.
                 * @example openInvoices
                 */
                readonly trait: string;
                /**
                 * @description How many they are, the sum of a field, or its earliest or latest value.
                 * @example count
                 * @enum {string}
                 */
                readonly is: "count" | "sum" | "earliest" | "latest";
                /**
                 * @description The field, as the CRM names it.
                 * @example amount
                 */
                readonly field?: string;
                /** @description Only of those whose field has one of the values. */
                readonly where?: {
                    /**
                     * @description The field, as the CRM names it.
                     * @example firstname
                     */
                    readonly field: string;
                    /** @description Values. */
                    readonly in: readonly (string | number | boolean)[];
                };
            }[];
        }[];
        /**
         * @description What becomes of a person in the CRM whose customer is erased here: the CRM is told nothing, or it deletes the person. Those who were erased before are deleted as well.
         * @default keep
         * @example forget
         * @enum {string}
         */
        readonly onErasure?: "keep" | "forget";
        /**
         * @description How often both sides are compared.
         * @default 15m
         * @example 15m
         */
        readonly every?: string;
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
    };
    /**
     * Crm sync patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     */
    readonly CrmSyncPatch: Record<string, unknown>;
    /**
     * Custom field
     * @description Members of your own for things of any other type: validated, translated, searched, filtered.
     */
    readonly CustomField: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description The content type whose things have the field.
         * @example touchpoints
         * @enum {string}
         */
        readonly appliesTo?: "phase-sets" | "touchpoints" | "personas" | "journey-maps" | "brands" | "surveys" | "kpis" | "offers" | "event-definitions" | "segments" | "traits" | "topics" | "connectors" | "crm-syncs" | "message-templates" | "channel-policies" | "teams" | "journey-templates" | "webhooks";
        /**
         * @description The member of `custom` that has the value. No two published fields of a type share one.
         * @example costCentre
         */
        readonly member?: string;
        /** @description JSON Schema (draft 2020-12) of the value: a text, a number, a boolean, a list or an object of such. */
        readonly schema?: {
            /**
             * @description What kind of value it is.
             * @enum {string}
             */
            readonly type?: "string" | "number" | "integer" | "boolean" | "array" | "object";
            /**
             * @description What to call it where it is entered.
             * @example Colour
             */
            readonly title?: string;
            /**
             * @description What it is, for those who enter it.
             * @example As in the brand book
             */
            readonly description?: string;
            /** @description The values that there are. */
            readonly enum?: readonly (string | number)[];
            /**
             * @description The fewest characters of a text.
             * @example 2
             */
            readonly minLength?: number;
            /**
             * @description The most characters of a text.
             * @example 40
             */
            readonly maxLength?: number;
            /**
             * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
             * @example ^[0-9]{4}$
             */
            readonly pattern?: string;
            /**
             * @description What a text has to be.
             * @enum {string}
             */
            readonly format?: "date" | "date-time" | "email" | "uri";
            /**
             * @description The smallest number.
             * @example 0
             */
            readonly minimum?: number;
            /**
             * @description The largest number.
             * @example 100
             */
            readonly maximum?: number;
            /**
             * @description What a number has to be a multiple of.
             * @example 0.5
             */
            readonly multipleOf?: number;
            /** @description What each entry of a list is. */
            readonly items?: {
                /**
                 * @description What kind of value it is.
                 * @enum {string}
                 */
                readonly type?: "string" | "number" | "integer" | "boolean" | "array" | "object";
                /**
                 * @description What to call it where it is entered.
                 * @example Colour
                 */
                readonly title?: string;
                /**
                 * @description What it is, for those who enter it.
                 * @example As in the brand book
                 */
                readonly description?: string;
                /** @description The values that there are. */
                readonly enum?: readonly (string | number)[];
                /**
                 * @description The fewest characters of a text.
                 * @example 2
                 */
                readonly minLength?: number;
                /**
                 * @description The most characters of a text.
                 * @example 40
                 */
                readonly maxLength?: number;
                /**
                 * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                 * @example ^[0-9]{4}$
                 */
                readonly pattern?: string;
                /**
                 * @description What a text has to be.
                 * @enum {string}
                 */
                readonly format?: "date" | "date-time" | "email" | "uri";
                /**
                 * @description The smallest number.
                 * @example 0
                 */
                readonly minimum?: number;
                /**
                 * @description The largest number.
                 * @example 100
                 */
                readonly maximum?: number;
                /**
                 * @description What a number has to be a multiple of.
                 * @example 0.5
                 */
                readonly multipleOf?: number;
                /** @description What each entry of a list is. */
                readonly items?: {
                    /**
                     * @description What kind of value it is.
                     * @enum {string}
                     */
                    readonly type?: "string" | "number" | "integer" | "boolean" | "array" | "object";
                    /**
                     * @description What to call it where it is entered.
                     * @example Colour
                     */
                    readonly title?: string;
                    /**
                     * @description What it is, for those who enter it.
                     * @example As in the brand book
                     */
                    readonly description?: string;
                    /** @description The values that there are. */
                    readonly enum?: readonly (string | number)[];
                    /**
                     * @description The fewest characters of a text.
                     * @example 2
                     */
                    readonly minLength?: number;
                    /**
                     * @description The most characters of a text.
                     * @example 40
                     */
                    readonly maxLength?: number;
                    /**
                     * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                     * @example ^[0-9]{4}$
                     */
                    readonly pattern?: string;
                    /**
                     * @description What a text has to be.
                     * @enum {string}
                     */
                    readonly format?: "date" | "date-time" | "email" | "uri";
                    /**
                     * @description The smallest number.
                     * @example 0
                     */
                    readonly minimum?: number;
                    /**
                     * @description The largest number.
                     * @example 100
                     */
                    readonly maximum?: number;
                    /**
                     * @description What a number has to be a multiple of.
                     * @example 0.5
                     */
                    readonly multipleOf?: number;
                    /** @description What each entry of a list is. */
                    readonly items?: {
                        /**
                         * @description What kind of value it is.
                         * @enum {string}
                         */
                        readonly type?: "string" | "number" | "integer" | "boolean";
                        /**
                         * @description What to call it where it is entered.
                         * @example Colour
                         */
                        readonly title?: string;
                        /**
                         * @description What it is, for those who enter it.
                         * @example As in the brand book
                         */
                        readonly description?: string;
                        /** @description The values that there are. */
                        readonly enum?: readonly (string | number)[];
                        /**
                         * @description The fewest characters of a text.
                         * @example 2
                         */
                        readonly minLength?: number;
                        /**
                         * @description The most characters of a text.
                         * @example 40
                         */
                        readonly maxLength?: number;
                        /**
                         * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                         * @example ^[0-9]{4}$
                         */
                        readonly pattern?: string;
                        /**
                         * @description What a text has to be.
                         * @enum {string}
                         */
                        readonly format?: "date" | "date-time" | "email" | "uri";
                        /**
                         * @description The smallest number.
                         * @example 0
                         */
                        readonly minimum?: number;
                        /**
                         * @description The largest number.
                         * @example 100
                         */
                        readonly maximum?: number;
                        /**
                         * @description What a number has to be a multiple of.
                         * @example 0.5
                         */
                        readonly multipleOf?: number;
                        /** @description Values as they may be, for those who enter them. */
                        readonly examples?: readonly unknown[];
                    };
                    /**
                     * @description The fewest entries of a list.
                     * @example 1
                     */
                    readonly minItems?: number;
                    /**
                     * @description The most entries of a list.
                     * @example 10
                     */
                    readonly maxItems?: number;
                    /** @description Whether no two entries of a list may be alike. */
                    readonly uniqueItems?: boolean;
                    /** @description The members of an object, by name. */
                    readonly properties?: {
                        readonly [key: string]: {
                            /**
                             * @description What kind of value it is.
                             * @enum {string}
                             */
                            readonly type: "string" | "number" | "integer" | "boolean";
                            /**
                             * @description What to call it where it is entered.
                             * @example Colour
                             */
                            readonly title?: string;
                            /**
                             * @description What it is, for those who enter it.
                             * @example As in the brand book
                             */
                            readonly description?: string;
                            /** @description The values that there are. */
                            readonly enum?: readonly (string | number)[];
                            /**
                             * @description The fewest characters of a text.
                             * @example 2
                             */
                            readonly minLength?: number;
                            /**
                             * @description The most characters of a text.
                             * @example 40
                             */
                            readonly maxLength?: number;
                            /**
                             * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                             * @example ^[0-9]{4}$
                             */
                            readonly pattern?: string;
                            /**
                             * @description What a text has to be.
                             * @enum {string}
                             */
                            readonly format?: "date" | "date-time" | "email" | "uri";
                            /**
                             * @description The smallest number.
                             * @example 0
                             */
                            readonly minimum?: number;
                            /**
                             * @description The largest number.
                             * @example 100
                             */
                            readonly maximum?: number;
                            /**
                             * @description What a number has to be a multiple of.
                             * @example 0.5
                             */
                            readonly multipleOf?: number;
                            /** @description Values as they may be, for those who enter them. */
                            readonly examples?: readonly unknown[];
                        };
                    };
                    /** @description Which members an object cannot do without. */
                    readonly required?: readonly string[];
                    /** @description Values as they may be, for those who enter them. */
                    readonly examples?: readonly unknown[];
                };
                /**
                 * @description The fewest entries of a list.
                 * @example 1
                 */
                readonly minItems?: number;
                /**
                 * @description The most entries of a list.
                 * @example 10
                 */
                readonly maxItems?: number;
                /** @description Whether no two entries of a list may be alike. */
                readonly uniqueItems?: boolean;
                /** @description The members of an object, by name. */
                readonly properties?: {
                    readonly [key: string]: {
                        /**
                         * @description What kind of value it is.
                         * @enum {string}
                         */
                        readonly type: "string" | "number" | "integer" | "boolean" | "array" | "object";
                        /**
                         * @description What to call it where it is entered.
                         * @example Colour
                         */
                        readonly title?: string;
                        /**
                         * @description What it is, for those who enter it.
                         * @example As in the brand book
                         */
                        readonly description?: string;
                        /** @description The values that there are. */
                        readonly enum?: readonly (string | number)[];
                        /**
                         * @description The fewest characters of a text.
                         * @example 2
                         */
                        readonly minLength?: number;
                        /**
                         * @description The most characters of a text.
                         * @example 40
                         */
                        readonly maxLength?: number;
                        /**
                         * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                         * @example ^[0-9]{4}$
                         */
                        readonly pattern?: string;
                        /**
                         * @description What a text has to be.
                         * @enum {string}
                         */
                        readonly format?: "date" | "date-time" | "email" | "uri";
                        /**
                         * @description The smallest number.
                         * @example 0
                         */
                        readonly minimum?: number;
                        /**
                         * @description The largest number.
                         * @example 100
                         */
                        readonly maximum?: number;
                        /**
                         * @description What a number has to be a multiple of.
                         * @example 0.5
                         */
                        readonly multipleOf?: number;
                        /** @description What each entry of a list is. */
                        readonly items?: {
                            /**
                             * @description What kind of value it is.
                             * @enum {string}
                             */
                            readonly type: "string" | "number" | "integer" | "boolean";
                            /**
                             * @description What to call it where it is entered.
                             * @example Colour
                             */
                            readonly title?: string;
                            /**
                             * @description What it is, for those who enter it.
                             * @example As in the brand book
                             */
                            readonly description?: string;
                            /** @description The values that there are. */
                            readonly enum?: readonly (string | number)[];
                            /**
                             * @description The fewest characters of a text.
                             * @example 2
                             */
                            readonly minLength?: number;
                            /**
                             * @description The most characters of a text.
                             * @example 40
                             */
                            readonly maxLength?: number;
                            /**
                             * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                             * @example ^[0-9]{4}$
                             */
                            readonly pattern?: string;
                            /**
                             * @description What a text has to be.
                             * @enum {string}
                             */
                            readonly format?: "date" | "date-time" | "email" | "uri";
                            /**
                             * @description The smallest number.
                             * @example 0
                             */
                            readonly minimum?: number;
                            /**
                             * @description The largest number.
                             * @example 100
                             */
                            readonly maximum?: number;
                            /**
                             * @description What a number has to be a multiple of.
                             * @example 0.5
                             */
                            readonly multipleOf?: number;
                            /** @description Values as they may be, for those who enter them. */
                            readonly examples?: readonly unknown[];
                        };
                        /**
                         * @description The fewest entries of a list.
                         * @example 1
                         */
                        readonly minItems?: number;
                        /**
                         * @description The most entries of a list.
                         * @example 10
                         */
                        readonly maxItems?: number;
                        /** @description Whether no two entries of a list may be alike. */
                        readonly uniqueItems?: boolean;
                        /** @description The members of an object, by name. */
                        readonly properties?: {
                            readonly [key: string]: {
                                /**
                                 * @description What kind of value it is.
                                 * @enum {string}
                                 */
                                readonly type: "string" | "number" | "integer" | "boolean";
                                /**
                                 * @description What to call it where it is entered.
                                 * @example Colour
                                 */
                                readonly title?: string;
                                /**
                                 * @description What it is, for those who enter it.
                                 * @example As in the brand book
                                 */
                                readonly description?: string;
                                /** @description The values that there are. */
                                readonly enum?: readonly (string | number)[];
                                /**
                                 * @description The fewest characters of a text.
                                 * @example 2
                                 */
                                readonly minLength?: number;
                                /**
                                 * @description The most characters of a text.
                                 * @example 40
                                 */
                                readonly maxLength?: number;
                                /**
                                 * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                                 * @example ^[0-9]{4}$
                                 */
                                readonly pattern?: string;
                                /**
                                 * @description What a text has to be.
                                 * @enum {string}
                                 */
                                readonly format?: "date" | "date-time" | "email" | "uri";
                                /**
                                 * @description The smallest number.
                                 * @example 0
                                 */
                                readonly minimum?: number;
                                /**
                                 * @description The largest number.
                                 * @example 100
                                 */
                                readonly maximum?: number;
                                /**
                                 * @description What a number has to be a multiple of.
                                 * @example 0.5
                                 */
                                readonly multipleOf?: number;
                                /** @description Values as they may be, for those who enter them. */
                                readonly examples?: readonly unknown[];
                            };
                        };
                        /** @description Which members an object cannot do without. */
                        readonly required?: readonly string[];
                        /** @description Values as they may be, for those who enter them. */
                        readonly examples?: readonly unknown[];
                    };
                };
                /** @description Which members an object cannot do without. */
                readonly required?: readonly string[];
                /** @description Values as they may be, for those who enter them. */
                readonly examples?: readonly unknown[];
            };
            /**
             * @description The fewest entries of a list.
             * @example 1
             */
            readonly minItems?: number;
            /**
             * @description The most entries of a list.
             * @example 10
             */
            readonly maxItems?: number;
            /** @description Whether no two entries of a list may be alike. */
            readonly uniqueItems?: boolean;
            /** @description The members of an object, by name. */
            readonly properties?: {
                readonly [key: string]: {
                    /**
                     * @description What kind of value it is.
                     * @enum {string}
                     */
                    readonly type: "string" | "number" | "integer" | "boolean" | "array" | "object";
                    /**
                     * @description What to call it where it is entered.
                     * @example Colour
                     */
                    readonly title?: string;
                    /**
                     * @description What it is, for those who enter it.
                     * @example As in the brand book
                     */
                    readonly description?: string;
                    /** @description The values that there are. */
                    readonly enum?: readonly (string | number)[];
                    /**
                     * @description The fewest characters of a text.
                     * @example 2
                     */
                    readonly minLength?: number;
                    /**
                     * @description The most characters of a text.
                     * @example 40
                     */
                    readonly maxLength?: number;
                    /**
                     * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                     * @example ^[0-9]{4}$
                     */
                    readonly pattern?: string;
                    /**
                     * @description What a text has to be.
                     * @enum {string}
                     */
                    readonly format?: "date" | "date-time" | "email" | "uri";
                    /**
                     * @description The smallest number.
                     * @example 0
                     */
                    readonly minimum?: number;
                    /**
                     * @description The largest number.
                     * @example 100
                     */
                    readonly maximum?: number;
                    /**
                     * @description What a number has to be a multiple of.
                     * @example 0.5
                     */
                    readonly multipleOf?: number;
                    /** @description What each entry of a list is. */
                    readonly items?: {
                        /**
                         * @description What kind of value it is.
                         * @enum {string}
                         */
                        readonly type: "string" | "number" | "integer" | "boolean" | "array" | "object";
                        /**
                         * @description What to call it where it is entered.
                         * @example Colour
                         */
                        readonly title?: string;
                        /**
                         * @description What it is, for those who enter it.
                         * @example As in the brand book
                         */
                        readonly description?: string;
                        /** @description The values that there are. */
                        readonly enum?: readonly (string | number)[];
                        /**
                         * @description The fewest characters of a text.
                         * @example 2
                         */
                        readonly minLength?: number;
                        /**
                         * @description The most characters of a text.
                         * @example 40
                         */
                        readonly maxLength?: number;
                        /**
                         * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                         * @example ^[0-9]{4}$
                         */
                        readonly pattern?: string;
                        /**
                         * @description What a text has to be.
                         * @enum {string}
                         */
                        readonly format?: "date" | "date-time" | "email" | "uri";
                        /**
                         * @description The smallest number.
                         * @example 0
                         */
                        readonly minimum?: number;
                        /**
                         * @description The largest number.
                         * @example 100
                         */
                        readonly maximum?: number;
                        /**
                         * @description What a number has to be a multiple of.
                         * @example 0.5
                         */
                        readonly multipleOf?: number;
                        /** @description What each entry of a list is. */
                        readonly items?: {
                            /**
                             * @description What kind of value it is.
                             * @enum {string}
                             */
                            readonly type: "string" | "number" | "integer" | "boolean";
                            /**
                             * @description What to call it where it is entered.
                             * @example Colour
                             */
                            readonly title?: string;
                            /**
                             * @description What it is, for those who enter it.
                             * @example As in the brand book
                             */
                            readonly description?: string;
                            /** @description The values that there are. */
                            readonly enum?: readonly (string | number)[];
                            /**
                             * @description The fewest characters of a text.
                             * @example 2
                             */
                            readonly minLength?: number;
                            /**
                             * @description The most characters of a text.
                             * @example 40
                             */
                            readonly maxLength?: number;
                            /**
                             * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                             * @example ^[0-9]{4}$
                             */
                            readonly pattern?: string;
                            /**
                             * @description What a text has to be.
                             * @enum {string}
                             */
                            readonly format?: "date" | "date-time" | "email" | "uri";
                            /**
                             * @description The smallest number.
                             * @example 0
                             */
                            readonly minimum?: number;
                            /**
                             * @description The largest number.
                             * @example 100
                             */
                            readonly maximum?: number;
                            /**
                             * @description What a number has to be a multiple of.
                             * @example 0.5
                             */
                            readonly multipleOf?: number;
                            /** @description Values as they may be, for those who enter them. */
                            readonly examples?: readonly unknown[];
                        };
                        /**
                         * @description The fewest entries of a list.
                         * @example 1
                         */
                        readonly minItems?: number;
                        /**
                         * @description The most entries of a list.
                         * @example 10
                         */
                        readonly maxItems?: number;
                        /** @description Whether no two entries of a list may be alike. */
                        readonly uniqueItems?: boolean;
                        /** @description The members of an object, by name. */
                        readonly properties?: {
                            readonly [key: string]: {
                                /**
                                 * @description What kind of value it is.
                                 * @enum {string}
                                 */
                                readonly type: "string" | "number" | "integer" | "boolean";
                                /**
                                 * @description What to call it where it is entered.
                                 * @example Colour
                                 */
                                readonly title?: string;
                                /**
                                 * @description What it is, for those who enter it.
                                 * @example As in the brand book
                                 */
                                readonly description?: string;
                                /** @description The values that there are. */
                                readonly enum?: readonly (string | number)[];
                                /**
                                 * @description The fewest characters of a text.
                                 * @example 2
                                 */
                                readonly minLength?: number;
                                /**
                                 * @description The most characters of a text.
                                 * @example 40
                                 */
                                readonly maxLength?: number;
                                /**
                                 * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                                 * @example ^[0-9]{4}$
                                 */
                                readonly pattern?: string;
                                /**
                                 * @description What a text has to be.
                                 * @enum {string}
                                 */
                                readonly format?: "date" | "date-time" | "email" | "uri";
                                /**
                                 * @description The smallest number.
                                 * @example 0
                                 */
                                readonly minimum?: number;
                                /**
                                 * @description The largest number.
                                 * @example 100
                                 */
                                readonly maximum?: number;
                                /**
                                 * @description What a number has to be a multiple of.
                                 * @example 0.5
                                 */
                                readonly multipleOf?: number;
                                /** @description Values as they may be, for those who enter them. */
                                readonly examples?: readonly unknown[];
                            };
                        };
                        /** @description Which members an object cannot do without. */
                        readonly required?: readonly string[];
                        /** @description Values as they may be, for those who enter them. */
                        readonly examples?: readonly unknown[];
                    };
                    /**
                     * @description The fewest entries of a list.
                     * @example 1
                     */
                    readonly minItems?: number;
                    /**
                     * @description The most entries of a list.
                     * @example 10
                     */
                    readonly maxItems?: number;
                    /** @description Whether no two entries of a list may be alike. */
                    readonly uniqueItems?: boolean;
                    /** @description The members of an object, by name. */
                    readonly properties?: {
                        readonly [key: string]: {
                            /**
                             * @description What kind of value it is.
                             * @enum {string}
                             */
                            readonly type: "string" | "number" | "integer" | "boolean" | "array" | "object";
                            /**
                             * @description What to call it where it is entered.
                             * @example Colour
                             */
                            readonly title?: string;
                            /**
                             * @description What it is, for those who enter it.
                             * @example As in the brand book
                             */
                            readonly description?: string;
                            /** @description The values that there are. */
                            readonly enum?: readonly (string | number)[];
                            /**
                             * @description The fewest characters of a text.
                             * @example 2
                             */
                            readonly minLength?: number;
                            /**
                             * @description The most characters of a text.
                             * @example 40
                             */
                            readonly maxLength?: number;
                            /**
                             * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                             * @example ^[0-9]{4}$
                             */
                            readonly pattern?: string;
                            /**
                             * @description What a text has to be.
                             * @enum {string}
                             */
                            readonly format?: "date" | "date-time" | "email" | "uri";
                            /**
                             * @description The smallest number.
                             * @example 0
                             */
                            readonly minimum?: number;
                            /**
                             * @description The largest number.
                             * @example 100
                             */
                            readonly maximum?: number;
                            /**
                             * @description What a number has to be a multiple of.
                             * @example 0.5
                             */
                            readonly multipleOf?: number;
                            /** @description What each entry of a list is. */
                            readonly items?: {
                                /**
                                 * @description What kind of value it is.
                                 * @enum {string}
                                 */
                                readonly type: "string" | "number" | "integer" | "boolean";
                                /**
                                 * @description What to call it where it is entered.
                                 * @example Colour
                                 */
                                readonly title?: string;
                                /**
                                 * @description What it is, for those who enter it.
                                 * @example As in the brand book
                                 */
                                readonly description?: string;
                                /** @description The values that there are. */
                                readonly enum?: readonly (string | number)[];
                                /**
                                 * @description The fewest characters of a text.
                                 * @example 2
                                 */
                                readonly minLength?: number;
                                /**
                                 * @description The most characters of a text.
                                 * @example 40
                                 */
                                readonly maxLength?: number;
                                /**
                                 * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                                 * @example ^[0-9]{4}$
                                 */
                                readonly pattern?: string;
                                /**
                                 * @description What a text has to be.
                                 * @enum {string}
                                 */
                                readonly format?: "date" | "date-time" | "email" | "uri";
                                /**
                                 * @description The smallest number.
                                 * @example 0
                                 */
                                readonly minimum?: number;
                                /**
                                 * @description The largest number.
                                 * @example 100
                                 */
                                readonly maximum?: number;
                                /**
                                 * @description What a number has to be a multiple of.
                                 * @example 0.5
                                 */
                                readonly multipleOf?: number;
                                /** @description Values as they may be, for those who enter them. */
                                readonly examples?: readonly unknown[];
                            };
                            /**
                             * @description The fewest entries of a list.
                             * @example 1
                             */
                            readonly minItems?: number;
                            /**
                             * @description The most entries of a list.
                             * @example 10
                             */
                            readonly maxItems?: number;
                            /** @description Whether no two entries of a list may be alike. */
                            readonly uniqueItems?: boolean;
                            /** @description The members of an object, by name. */
                            readonly properties?: {
                                readonly [key: string]: {
                                    /**
                                     * @description What kind of value it is.
                                     * @enum {string}
                                     */
                                    readonly type: "string" | "number" | "integer" | "boolean";
                                    /**
                                     * @description What to call it where it is entered.
                                     * @example Colour
                                     */
                                    readonly title?: string;
                                    /**
                                     * @description What it is, for those who enter it.
                                     * @example As in the brand book
                                     */
                                    readonly description?: string;
                                    /** @description The values that there are. */
                                    readonly enum?: readonly (string | number)[];
                                    /**
                                     * @description The fewest characters of a text.
                                     * @example 2
                                     */
                                    readonly minLength?: number;
                                    /**
                                     * @description The most characters of a text.
                                     * @example 40
                                     */
                                    readonly maxLength?: number;
                                    /**
                                     * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                                     * @example ^[0-9]{4}$
                                     */
                                    readonly pattern?: string;
                                    /**
                                     * @description What a text has to be.
                                     * @enum {string}
                                     */
                                    readonly format?: "date" | "date-time" | "email" | "uri";
                                    /**
                                     * @description The smallest number.
                                     * @example 0
                                     */
                                    readonly minimum?: number;
                                    /**
                                     * @description The largest number.
                                     * @example 100
                                     */
                                    readonly maximum?: number;
                                    /**
                                     * @description What a number has to be a multiple of.
                                     * @example 0.5
                                     */
                                    readonly multipleOf?: number;
                                    /** @description Values as they may be, for those who enter them. */
                                    readonly examples?: readonly unknown[];
                                };
                            };
                            /** @description Which members an object cannot do without. */
                            readonly required?: readonly string[];
                            /** @description Values as they may be, for those who enter them. */
                            readonly examples?: readonly unknown[];
                        };
                    };
                    /** @description Which members an object cannot do without. */
                    readonly required?: readonly string[];
                    /** @description Values as they may be, for those who enter them. */
                    readonly examples?: readonly unknown[];
                };
            };
            /** @description Which members an object cannot do without. */
            readonly required?: readonly string[];
            /** @description Values as they may be, for those who enter them. */
            readonly examples?: readonly unknown[];
        };
        /** @description Nothing is published without a value. */
        readonly required?: boolean;
        /** @description One text per locale; only of texts. */
        readonly localised?: boolean;
        /** @description `search` finds its texts. */
        readonly searchable?: boolean;
        /** @description Lists can be filtered and sorted by it: `filter[custom.costCentre][eq]=4711`. */
        readonly filterable?: boolean;
        /**
         * @description What a new thing has when it is created without a value.
         * @example red
         */
        readonly default?: unknown;
        /**
         * @description What to enter, for those who do.
         * @example Four digits, from the controlling.
         */
        readonly help?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description The heading that it stands under.
         * @example Controlling
         */
        readonly group?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description Its place in the group, the lowest first.
         * @example 1
         */
        readonly order?: number;
        /**
         * @description Changed: published, and the draft has moved on since.
         * @example published
         * @enum {string}
         */
        readonly status: "draft" | "published" | "changed";
        /**
         * @description The number of the published version.
         * @example 3
         */
        readonly version: number | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 7
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When it was last published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When the draft is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
        /**
         * Format: date-time
         * @description With include=reviewDueAt: when it is to be reviewed; null without a review plan.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly reviewDueAt?: string | null;
    };
    /**
     * Custom field draft
     * @description A draft may be unfinished. To be published it needs appliesTo, member, schema as well.
     */
    readonly CustomFieldDraft: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description The content type whose things have the field.
         * @example touchpoints
         * @enum {string}
         */
        readonly appliesTo?: "phase-sets" | "touchpoints" | "personas" | "journey-maps" | "brands" | "surveys" | "kpis" | "offers" | "event-definitions" | "segments" | "traits" | "topics" | "connectors" | "crm-syncs" | "message-templates" | "channel-policies" | "teams" | "journey-templates" | "webhooks";
        /**
         * @description The member of `custom` that has the value. No two published fields of a type share one.
         * @example costCentre
         */
        readonly member?: string;
        /** @description JSON Schema (draft 2020-12) of the value: a text, a number, a boolean, a list or an object of such. */
        readonly schema?: {
            /**
             * @description What kind of value it is.
             * @enum {string}
             */
            readonly type: "string" | "number" | "integer" | "boolean" | "array" | "object";
            /**
             * @description What to call it where it is entered.
             * @example Colour
             */
            readonly title?: string;
            /**
             * @description What it is, for those who enter it.
             * @example As in the brand book
             */
            readonly description?: string;
            /** @description The values that there are. */
            readonly enum?: readonly (string | number)[];
            /**
             * @description The fewest characters of a text.
             * @example 2
             */
            readonly minLength?: number;
            /**
             * @description The most characters of a text.
             * @example 40
             */
            readonly maxLength?: number;
            /**
             * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
             * @example ^[0-9]{4}$
             */
            readonly pattern?: string;
            /**
             * @description What a text has to be.
             * @enum {string}
             */
            readonly format?: "date" | "date-time" | "email" | "uri";
            /**
             * @description The smallest number.
             * @example 0
             */
            readonly minimum?: number;
            /**
             * @description The largest number.
             * @example 100
             */
            readonly maximum?: number;
            /**
             * @description What a number has to be a multiple of.
             * @example 0.5
             */
            readonly multipleOf?: number;
            /** @description What each entry of a list is. */
            readonly items?: {
                /**
                 * @description What kind of value it is.
                 * @enum {string}
                 */
                readonly type: "string" | "number" | "integer" | "boolean" | "array" | "object";
                /**
                 * @description What to call it where it is entered.
                 * @example Colour
                 */
                readonly title?: string;
                /**
                 * @description What it is, for those who enter it.
                 * @example As in the brand book
                 */
                readonly description?: string;
                /** @description The values that there are. */
                readonly enum?: readonly (string | number)[];
                /**
                 * @description The fewest characters of a text.
                 * @example 2
                 */
                readonly minLength?: number;
                /**
                 * @description The most characters of a text.
                 * @example 40
                 */
                readonly maxLength?: number;
                /**
                 * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                 * @example ^[0-9]{4}$
                 */
                readonly pattern?: string;
                /**
                 * @description What a text has to be.
                 * @enum {string}
                 */
                readonly format?: "date" | "date-time" | "email" | "uri";
                /**
                 * @description The smallest number.
                 * @example 0
                 */
                readonly minimum?: number;
                /**
                 * @description The largest number.
                 * @example 100
                 */
                readonly maximum?: number;
                /**
                 * @description What a number has to be a multiple of.
                 * @example 0.5
                 */
                readonly multipleOf?: number;
                /** @description What each entry of a list is. */
                readonly items?: {
                    /**
                     * @description What kind of value it is.
                     * @enum {string}
                     */
                    readonly type: "string" | "number" | "integer" | "boolean" | "array" | "object";
                    /**
                     * @description What to call it where it is entered.
                     * @example Colour
                     */
                    readonly title?: string;
                    /**
                     * @description What it is, for those who enter it.
                     * @example As in the brand book
                     */
                    readonly description?: string;
                    /** @description The values that there are. */
                    readonly enum?: readonly (string | number)[];
                    /**
                     * @description The fewest characters of a text.
                     * @example 2
                     */
                    readonly minLength?: number;
                    /**
                     * @description The most characters of a text.
                     * @example 40
                     */
                    readonly maxLength?: number;
                    /**
                     * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                     * @example ^[0-9]{4}$
                     */
                    readonly pattern?: string;
                    /**
                     * @description What a text has to be.
                     * @enum {string}
                     */
                    readonly format?: "date" | "date-time" | "email" | "uri";
                    /**
                     * @description The smallest number.
                     * @example 0
                     */
                    readonly minimum?: number;
                    /**
                     * @description The largest number.
                     * @example 100
                     */
                    readonly maximum?: number;
                    /**
                     * @description What a number has to be a multiple of.
                     * @example 0.5
                     */
                    readonly multipleOf?: number;
                    /** @description What each entry of a list is. */
                    readonly items?: {
                        /**
                         * @description What kind of value it is.
                         * @enum {string}
                         */
                        readonly type: "string" | "number" | "integer" | "boolean";
                        /**
                         * @description What to call it where it is entered.
                         * @example Colour
                         */
                        readonly title?: string;
                        /**
                         * @description What it is, for those who enter it.
                         * @example As in the brand book
                         */
                        readonly description?: string;
                        /** @description The values that there are. */
                        readonly enum?: readonly (string | number)[];
                        /**
                         * @description The fewest characters of a text.
                         * @example 2
                         */
                        readonly minLength?: number;
                        /**
                         * @description The most characters of a text.
                         * @example 40
                         */
                        readonly maxLength?: number;
                        /**
                         * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                         * @example ^[0-9]{4}$
                         */
                        readonly pattern?: string;
                        /**
                         * @description What a text has to be.
                         * @enum {string}
                         */
                        readonly format?: "date" | "date-time" | "email" | "uri";
                        /**
                         * @description The smallest number.
                         * @example 0
                         */
                        readonly minimum?: number;
                        /**
                         * @description The largest number.
                         * @example 100
                         */
                        readonly maximum?: number;
                        /**
                         * @description What a number has to be a multiple of.
                         * @example 0.5
                         */
                        readonly multipleOf?: number;
                        /** @description Values as they may be, for those who enter them. */
                        readonly examples?: readonly unknown[];
                    };
                    /**
                     * @description The fewest entries of a list.
                     * @example 1
                     */
                    readonly minItems?: number;
                    /**
                     * @description The most entries of a list.
                     * @example 10
                     */
                    readonly maxItems?: number;
                    /** @description Whether no two entries of a list may be alike. */
                    readonly uniqueItems?: boolean;
                    /** @description The members of an object, by name. */
                    readonly properties?: {
                        readonly [key: string]: {
                            /**
                             * @description What kind of value it is.
                             * @enum {string}
                             */
                            readonly type: "string" | "number" | "integer" | "boolean";
                            /**
                             * @description What to call it where it is entered.
                             * @example Colour
                             */
                            readonly title?: string;
                            /**
                             * @description What it is, for those who enter it.
                             * @example As in the brand book
                             */
                            readonly description?: string;
                            /** @description The values that there are. */
                            readonly enum?: readonly (string | number)[];
                            /**
                             * @description The fewest characters of a text.
                             * @example 2
                             */
                            readonly minLength?: number;
                            /**
                             * @description The most characters of a text.
                             * @example 40
                             */
                            readonly maxLength?: number;
                            /**
                             * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                             * @example ^[0-9]{4}$
                             */
                            readonly pattern?: string;
                            /**
                             * @description What a text has to be.
                             * @enum {string}
                             */
                            readonly format?: "date" | "date-time" | "email" | "uri";
                            /**
                             * @description The smallest number.
                             * @example 0
                             */
                            readonly minimum?: number;
                            /**
                             * @description The largest number.
                             * @example 100
                             */
                            readonly maximum?: number;
                            /**
                             * @description What a number has to be a multiple of.
                             * @example 0.5
                             */
                            readonly multipleOf?: number;
                            /** @description Values as they may be, for those who enter them. */
                            readonly examples?: readonly unknown[];
                        };
                    };
                    /** @description Which members an object cannot do without. */
                    readonly required?: readonly string[];
                    /** @description Values as they may be, for those who enter them. */
                    readonly examples?: readonly unknown[];
                };
                /**
                 * @description The fewest entries of a list.
                 * @example 1
                 */
                readonly minItems?: number;
                /**
                 * @description The most entries of a list.
                 * @example 10
                 */
                readonly maxItems?: number;
                /** @description Whether no two entries of a list may be alike. */
                readonly uniqueItems?: boolean;
                /** @description The members of an object, by name. */
                readonly properties?: {
                    readonly [key: string]: {
                        /**
                         * @description What kind of value it is.
                         * @enum {string}
                         */
                        readonly type: "string" | "number" | "integer" | "boolean" | "array" | "object";
                        /**
                         * @description What to call it where it is entered.
                         * @example Colour
                         */
                        readonly title?: string;
                        /**
                         * @description What it is, for those who enter it.
                         * @example As in the brand book
                         */
                        readonly description?: string;
                        /** @description The values that there are. */
                        readonly enum?: readonly (string | number)[];
                        /**
                         * @description The fewest characters of a text.
                         * @example 2
                         */
                        readonly minLength?: number;
                        /**
                         * @description The most characters of a text.
                         * @example 40
                         */
                        readonly maxLength?: number;
                        /**
                         * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                         * @example ^[0-9]{4}$
                         */
                        readonly pattern?: string;
                        /**
                         * @description What a text has to be.
                         * @enum {string}
                         */
                        readonly format?: "date" | "date-time" | "email" | "uri";
                        /**
                         * @description The smallest number.
                         * @example 0
                         */
                        readonly minimum?: number;
                        /**
                         * @description The largest number.
                         * @example 100
                         */
                        readonly maximum?: number;
                        /**
                         * @description What a number has to be a multiple of.
                         * @example 0.5
                         */
                        readonly multipleOf?: number;
                        /** @description What each entry of a list is. */
                        readonly items?: {
                            /**
                             * @description What kind of value it is.
                             * @enum {string}
                             */
                            readonly type: "string" | "number" | "integer" | "boolean";
                            /**
                             * @description What to call it where it is entered.
                             * @example Colour
                             */
                            readonly title?: string;
                            /**
                             * @description What it is, for those who enter it.
                             * @example As in the brand book
                             */
                            readonly description?: string;
                            /** @description The values that there are. */
                            readonly enum?: readonly (string | number)[];
                            /**
                             * @description The fewest characters of a text.
                             * @example 2
                             */
                            readonly minLength?: number;
                            /**
                             * @description The most characters of a text.
                             * @example 40
                             */
                            readonly maxLength?: number;
                            /**
                             * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                             * @example ^[0-9]{4}$
                             */
                            readonly pattern?: string;
                            /**
                             * @description What a text has to be.
                             * @enum {string}
                             */
                            readonly format?: "date" | "date-time" | "email" | "uri";
                            /**
                             * @description The smallest number.
                             * @example 0
                             */
                            readonly minimum?: number;
                            /**
                             * @description The largest number.
                             * @example 100
                             */
                            readonly maximum?: number;
                            /**
                             * @description What a number has to be a multiple of.
                             * @example 0.5
                             */
                            readonly multipleOf?: number;
                            /** @description Values as they may be, for those who enter them. */
                            readonly examples?: readonly unknown[];
                        };
                        /**
                         * @description The fewest entries of a list.
                         * @example 1
                         */
                        readonly minItems?: number;
                        /**
                         * @description The most entries of a list.
                         * @example 10
                         */
                        readonly maxItems?: number;
                        /** @description Whether no two entries of a list may be alike. */
                        readonly uniqueItems?: boolean;
                        /** @description The members of an object, by name. */
                        readonly properties?: {
                            readonly [key: string]: {
                                /**
                                 * @description What kind of value it is.
                                 * @enum {string}
                                 */
                                readonly type: "string" | "number" | "integer" | "boolean";
                                /**
                                 * @description What to call it where it is entered.
                                 * @example Colour
                                 */
                                readonly title?: string;
                                /**
                                 * @description What it is, for those who enter it.
                                 * @example As in the brand book
                                 */
                                readonly description?: string;
                                /** @description The values that there are. */
                                readonly enum?: readonly (string | number)[];
                                /**
                                 * @description The fewest characters of a text.
                                 * @example 2
                                 */
                                readonly minLength?: number;
                                /**
                                 * @description The most characters of a text.
                                 * @example 40
                                 */
                                readonly maxLength?: number;
                                /**
                                 * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                                 * @example ^[0-9]{4}$
                                 */
                                readonly pattern?: string;
                                /**
                                 * @description What a text has to be.
                                 * @enum {string}
                                 */
                                readonly format?: "date" | "date-time" | "email" | "uri";
                                /**
                                 * @description The smallest number.
                                 * @example 0
                                 */
                                readonly minimum?: number;
                                /**
                                 * @description The largest number.
                                 * @example 100
                                 */
                                readonly maximum?: number;
                                /**
                                 * @description What a number has to be a multiple of.
                                 * @example 0.5
                                 */
                                readonly multipleOf?: number;
                                /** @description Values as they may be, for those who enter them. */
                                readonly examples?: readonly unknown[];
                            };
                        };
                        /** @description Which members an object cannot do without. */
                        readonly required?: readonly string[];
                        /** @description Values as they may be, for those who enter them. */
                        readonly examples?: readonly unknown[];
                    };
                };
                /** @description Which members an object cannot do without. */
                readonly required?: readonly string[];
                /** @description Values as they may be, for those who enter them. */
                readonly examples?: readonly unknown[];
            };
            /**
             * @description The fewest entries of a list.
             * @example 1
             */
            readonly minItems?: number;
            /**
             * @description The most entries of a list.
             * @example 10
             */
            readonly maxItems?: number;
            /** @description Whether no two entries of a list may be alike. */
            readonly uniqueItems?: boolean;
            /** @description The members of an object, by name. */
            readonly properties?: {
                readonly [key: string]: {
                    /**
                     * @description What kind of value it is.
                     * @enum {string}
                     */
                    readonly type: "string" | "number" | "integer" | "boolean" | "array" | "object";
                    /**
                     * @description What to call it where it is entered.
                     * @example Colour
                     */
                    readonly title?: string;
                    /**
                     * @description What it is, for those who enter it.
                     * @example As in the brand book
                     */
                    readonly description?: string;
                    /** @description The values that there are. */
                    readonly enum?: readonly (string | number)[];
                    /**
                     * @description The fewest characters of a text.
                     * @example 2
                     */
                    readonly minLength?: number;
                    /**
                     * @description The most characters of a text.
                     * @example 40
                     */
                    readonly maxLength?: number;
                    /**
                     * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                     * @example ^[0-9]{4}$
                     */
                    readonly pattern?: string;
                    /**
                     * @description What a text has to be.
                     * @enum {string}
                     */
                    readonly format?: "date" | "date-time" | "email" | "uri";
                    /**
                     * @description The smallest number.
                     * @example 0
                     */
                    readonly minimum?: number;
                    /**
                     * @description The largest number.
                     * @example 100
                     */
                    readonly maximum?: number;
                    /**
                     * @description What a number has to be a multiple of.
                     * @example 0.5
                     */
                    readonly multipleOf?: number;
                    /** @description What each entry of a list is. */
                    readonly items?: {
                        /**
                         * @description What kind of value it is.
                         * @enum {string}
                         */
                        readonly type: "string" | "number" | "integer" | "boolean" | "array" | "object";
                        /**
                         * @description What to call it where it is entered.
                         * @example Colour
                         */
                        readonly title?: string;
                        /**
                         * @description What it is, for those who enter it.
                         * @example As in the brand book
                         */
                        readonly description?: string;
                        /** @description The values that there are. */
                        readonly enum?: readonly (string | number)[];
                        /**
                         * @description The fewest characters of a text.
                         * @example 2
                         */
                        readonly minLength?: number;
                        /**
                         * @description The most characters of a text.
                         * @example 40
                         */
                        readonly maxLength?: number;
                        /**
                         * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                         * @example ^[0-9]{4}$
                         */
                        readonly pattern?: string;
                        /**
                         * @description What a text has to be.
                         * @enum {string}
                         */
                        readonly format?: "date" | "date-time" | "email" | "uri";
                        /**
                         * @description The smallest number.
                         * @example 0
                         */
                        readonly minimum?: number;
                        /**
                         * @description The largest number.
                         * @example 100
                         */
                        readonly maximum?: number;
                        /**
                         * @description What a number has to be a multiple of.
                         * @example 0.5
                         */
                        readonly multipleOf?: number;
                        /** @description What each entry of a list is. */
                        readonly items?: {
                            /**
                             * @description What kind of value it is.
                             * @enum {string}
                             */
                            readonly type: "string" | "number" | "integer" | "boolean";
                            /**
                             * @description What to call it where it is entered.
                             * @example Colour
                             */
                            readonly title?: string;
                            /**
                             * @description What it is, for those who enter it.
                             * @example As in the brand book
                             */
                            readonly description?: string;
                            /** @description The values that there are. */
                            readonly enum?: readonly (string | number)[];
                            /**
                             * @description The fewest characters of a text.
                             * @example 2
                             */
                            readonly minLength?: number;
                            /**
                             * @description The most characters of a text.
                             * @example 40
                             */
                            readonly maxLength?: number;
                            /**
                             * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                             * @example ^[0-9]{4}$
                             */
                            readonly pattern?: string;
                            /**
                             * @description What a text has to be.
                             * @enum {string}
                             */
                            readonly format?: "date" | "date-time" | "email" | "uri";
                            /**
                             * @description The smallest number.
                             * @example 0
                             */
                            readonly minimum?: number;
                            /**
                             * @description The largest number.
                             * @example 100
                             */
                            readonly maximum?: number;
                            /**
                             * @description What a number has to be a multiple of.
                             * @example 0.5
                             */
                            readonly multipleOf?: number;
                            /** @description Values as they may be, for those who enter them. */
                            readonly examples?: readonly unknown[];
                        };
                        /**
                         * @description The fewest entries of a list.
                         * @example 1
                         */
                        readonly minItems?: number;
                        /**
                         * @description The most entries of a list.
                         * @example 10
                         */
                        readonly maxItems?: number;
                        /** @description Whether no two entries of a list may be alike. */
                        readonly uniqueItems?: boolean;
                        /** @description The members of an object, by name. */
                        readonly properties?: {
                            readonly [key: string]: {
                                /**
                                 * @description What kind of value it is.
                                 * @enum {string}
                                 */
                                readonly type: "string" | "number" | "integer" | "boolean";
                                /**
                                 * @description What to call it where it is entered.
                                 * @example Colour
                                 */
                                readonly title?: string;
                                /**
                                 * @description What it is, for those who enter it.
                                 * @example As in the brand book
                                 */
                                readonly description?: string;
                                /** @description The values that there are. */
                                readonly enum?: readonly (string | number)[];
                                /**
                                 * @description The fewest characters of a text.
                                 * @example 2
                                 */
                                readonly minLength?: number;
                                /**
                                 * @description The most characters of a text.
                                 * @example 40
                                 */
                                readonly maxLength?: number;
                                /**
                                 * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                                 * @example ^[0-9]{4}$
                                 */
                                readonly pattern?: string;
                                /**
                                 * @description What a text has to be.
                                 * @enum {string}
                                 */
                                readonly format?: "date" | "date-time" | "email" | "uri";
                                /**
                                 * @description The smallest number.
                                 * @example 0
                                 */
                                readonly minimum?: number;
                                /**
                                 * @description The largest number.
                                 * @example 100
                                 */
                                readonly maximum?: number;
                                /**
                                 * @description What a number has to be a multiple of.
                                 * @example 0.5
                                 */
                                readonly multipleOf?: number;
                                /** @description Values as they may be, for those who enter them. */
                                readonly examples?: readonly unknown[];
                            };
                        };
                        /** @description Which members an object cannot do without. */
                        readonly required?: readonly string[];
                        /** @description Values as they may be, for those who enter them. */
                        readonly examples?: readonly unknown[];
                    };
                    /**
                     * @description The fewest entries of a list.
                     * @example 1
                     */
                    readonly minItems?: number;
                    /**
                     * @description The most entries of a list.
                     * @example 10
                     */
                    readonly maxItems?: number;
                    /** @description Whether no two entries of a list may be alike. */
                    readonly uniqueItems?: boolean;
                    /** @description The members of an object, by name. */
                    readonly properties?: {
                        readonly [key: string]: {
                            /**
                             * @description What kind of value it is.
                             * @enum {string}
                             */
                            readonly type: "string" | "number" | "integer" | "boolean" | "array" | "object";
                            /**
                             * @description What to call it where it is entered.
                             * @example Colour
                             */
                            readonly title?: string;
                            /**
                             * @description What it is, for those who enter it.
                             * @example As in the brand book
                             */
                            readonly description?: string;
                            /** @description The values that there are. */
                            readonly enum?: readonly (string | number)[];
                            /**
                             * @description The fewest characters of a text.
                             * @example 2
                             */
                            readonly minLength?: number;
                            /**
                             * @description The most characters of a text.
                             * @example 40
                             */
                            readonly maxLength?: number;
                            /**
                             * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                             * @example ^[0-9]{4}$
                             */
                            readonly pattern?: string;
                            /**
                             * @description What a text has to be.
                             * @enum {string}
                             */
                            readonly format?: "date" | "date-time" | "email" | "uri";
                            /**
                             * @description The smallest number.
                             * @example 0
                             */
                            readonly minimum?: number;
                            /**
                             * @description The largest number.
                             * @example 100
                             */
                            readonly maximum?: number;
                            /**
                             * @description What a number has to be a multiple of.
                             * @example 0.5
                             */
                            readonly multipleOf?: number;
                            /** @description What each entry of a list is. */
                            readonly items?: {
                                /**
                                 * @description What kind of value it is.
                                 * @enum {string}
                                 */
                                readonly type: "string" | "number" | "integer" | "boolean";
                                /**
                                 * @description What to call it where it is entered.
                                 * @example Colour
                                 */
                                readonly title?: string;
                                /**
                                 * @description What it is, for those who enter it.
                                 * @example As in the brand book
                                 */
                                readonly description?: string;
                                /** @description The values that there are. */
                                readonly enum?: readonly (string | number)[];
                                /**
                                 * @description The fewest characters of a text.
                                 * @example 2
                                 */
                                readonly minLength?: number;
                                /**
                                 * @description The most characters of a text.
                                 * @example 40
                                 */
                                readonly maxLength?: number;
                                /**
                                 * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                                 * @example ^[0-9]{4}$
                                 */
                                readonly pattern?: string;
                                /**
                                 * @description What a text has to be.
                                 * @enum {string}
                                 */
                                readonly format?: "date" | "date-time" | "email" | "uri";
                                /**
                                 * @description The smallest number.
                                 * @example 0
                                 */
                                readonly minimum?: number;
                                /**
                                 * @description The largest number.
                                 * @example 100
                                 */
                                readonly maximum?: number;
                                /**
                                 * @description What a number has to be a multiple of.
                                 * @example 0.5
                                 */
                                readonly multipleOf?: number;
                                /** @description Values as they may be, for those who enter them. */
                                readonly examples?: readonly unknown[];
                            };
                            /**
                             * @description The fewest entries of a list.
                             * @example 1
                             */
                            readonly minItems?: number;
                            /**
                             * @description The most entries of a list.
                             * @example 10
                             */
                            readonly maxItems?: number;
                            /** @description Whether no two entries of a list may be alike. */
                            readonly uniqueItems?: boolean;
                            /** @description The members of an object, by name. */
                            readonly properties?: {
                                readonly [key: string]: {
                                    /**
                                     * @description What kind of value it is.
                                     * @enum {string}
                                     */
                                    readonly type: "string" | "number" | "integer" | "boolean";
                                    /**
                                     * @description What to call it where it is entered.
                                     * @example Colour
                                     */
                                    readonly title?: string;
                                    /**
                                     * @description What it is, for those who enter it.
                                     * @example As in the brand book
                                     */
                                    readonly description?: string;
                                    /** @description The values that there are. */
                                    readonly enum?: readonly (string | number)[];
                                    /**
                                     * @description The fewest characters of a text.
                                     * @example 2
                                     */
                                    readonly minLength?: number;
                                    /**
                                     * @description The most characters of a text.
                                     * @example 40
                                     */
                                    readonly maxLength?: number;
                                    /**
                                     * @description A regular expression of RE2, found anywhere in the text unless anchored with ^ and $.
                                     * @example ^[0-9]{4}$
                                     */
                                    readonly pattern?: string;
                                    /**
                                     * @description What a text has to be.
                                     * @enum {string}
                                     */
                                    readonly format?: "date" | "date-time" | "email" | "uri";
                                    /**
                                     * @description The smallest number.
                                     * @example 0
                                     */
                                    readonly minimum?: number;
                                    /**
                                     * @description The largest number.
                                     * @example 100
                                     */
                                    readonly maximum?: number;
                                    /**
                                     * @description What a number has to be a multiple of.
                                     * @example 0.5
                                     */
                                    readonly multipleOf?: number;
                                    /** @description Values as they may be, for those who enter them. */
                                    readonly examples?: readonly unknown[];
                                };
                            };
                            /** @description Which members an object cannot do without. */
                            readonly required?: readonly string[];
                            /** @description Values as they may be, for those who enter them. */
                            readonly examples?: readonly unknown[];
                        };
                    };
                    /** @description Which members an object cannot do without. */
                    readonly required?: readonly string[];
                    /** @description Values as they may be, for those who enter them. */
                    readonly examples?: readonly unknown[];
                };
            };
            /** @description Which members an object cannot do without. */
            readonly required?: readonly string[];
            /** @description Values as they may be, for those who enter them. */
            readonly examples?: readonly unknown[];
        };
        /** @description Nothing is published without a value. */
        readonly required?: boolean;
        /** @description One text per locale; only of texts. */
        readonly localised?: boolean;
        /** @description `search` finds its texts. */
        readonly searchable?: boolean;
        /** @description Lists can be filtered and sorted by it: `filter[custom.costCentre][eq]=4711`. */
        readonly filterable?: boolean;
        /**
         * @description What a new thing has when it is created without a value.
         * @example red
         */
        readonly default?: unknown;
        /**
         * @description What to enter, for those who do.
         * @example Four digits, from the controlling.
         */
        readonly help?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description The heading that it stands under.
         * @example Controlling
         */
        readonly group?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description Its place in the group, the lowest first.
         * @example 1
         */
        readonly order?: number;
    };
    /**
     * Custom field patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     */
    readonly CustomFieldPatch: Record<string, unknown>;
    /**
     * Customer
     * @description Somebody whom journeys are for.
     */
    readonly Customer: {
        /**
         * @description Your own id of the customer.
         * @example c-1042
         */
        readonly id: string;
        /**
         * @description `anonymous`: seen under the id of a device, not identified yet.
         * @enum {string}
         */
        readonly kind: "known" | "anonymous";
        /** @description What is known of them. */
        readonly traits: Record<string, unknown>;
        /** @description The first is the one that messages go to. */
        readonly emails: readonly string[];
        /** @description In E.164. */
        readonly phones: readonly string[];
        /** @description Devices that push messages can reach. */
        readonly devices: readonly Schemas["Device"][];
        /**
         * @description The trait of this name.
         * @example en
         */
        readonly locale: string | null;
        /** @description Where they live, as far as it is known. */
        readonly timezone: {
            /**
             * @description IANA name.
             * @example Europe/London
             */
            readonly name: string;
            /**
             * @description How it is known; default is that of the workspace.
             * @enum {string}
             */
            readonly source: "given" | "phone" | "country" | "default";
        };
        /** @description Words to group them by. */
        readonly tags: readonly string[];
        /**
         * @description The share of the customers in which theirs is worked.
         * @example 3
         */
        readonly lane: number;
        /**
         * @description Counts the changes; the ETag.
         * @example 2
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When they were first heard of.
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When something of them last changed.
         */
        readonly updatedAt: string;
    };
    /**
     * Customer file
     * @description CSV with a head, or a JSON object a line.
     * @example id,email,City
     *     c-1042,ada@example.com,Lyon
     */
    readonly CustomerFile: string;
    /**
     * Customer import
     * @description A file of customers, and how far the work on it has come.
     */
    readonly CustomerImport: {
        /**
         * @description The number of the import.
         * @example 4302918374521984
         */
        readonly id: string;
        /**
         * @description How far it has come.
         * @enum {string}
         */
        readonly state: "receiving" | "running" | "done" | "failed" | "cancelled";
        /** @description Nobody is changed. */
        readonly dryRun: boolean;
        /**
         * @description Of the file.
         * @enum {string}
         */
        readonly format: "csv" | "ndjson";
        /**
         * @description Of the file, once it is known.
         * @example utf-8
         */
        readonly encoding?: string | null;
        /** @description Where each column goes. */
        readonly mapping?: {
            readonly [key: string]: string | null;
        } | null;
        /** @description What was read, and what became of it. Created, updated and unchanged are customers, of whom a thousand rows may make one. */
        readonly rows: {
            /**
             * @description Rows that were read.
             * @example 12
             */
            readonly received: number;
            /**
             * @description Customers who were not known.
             * @example 12
             */
            readonly created: number;
            /**
             * @description Customers who were changed.
             * @example 12
             */
            readonly updated: number;
            /**
             * @description Customers of whom nothing new was said.
             * @example 12
             */
            readonly unchanged: number;
            /**
             * @description Rows that were not taken.
             * @example 12
             */
            readonly rejected: number;
            /**
             * @description Rows about a customer of an earlier row: the later one wins.
             * @example 12
             */
            readonly repeated: number;
        };
        /**
         * @description Of the file.
         * @example 12
         */
        readonly bytes?: number;
        /** @description Why it has failed, if it has. */
        readonly failure?: string | null;
        /**
         * @description How fast it goes.
         * @example 12000
         */
        readonly rowsPerSecond?: number | null;
        /**
         * @description About how long it still takes.
         * @example 4
         */
        readonly secondsLeft?: number | null;
        /** @description Who asked for it. */
        readonly by?: Record<string, unknown>;
        /**
         * Format: date-time
         * @description When the file began to come.
         * @example 2026-06-01T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When the whole file was on disk.
         * @example 2026-06-01T08:00:00.000Z
         */
        readonly storedAt?: string | null;
        /**
         * Format: date-time
         * @description When the last row was worked.
         * @example 2026-06-01T08:00:00.000Z
         */
        readonly finishedAt?: string | null;
    };
    /**
     * Customer traits
     * @description What is known of a customer.
     */
    readonly CustomerTraits: {
        /** @description What is known of the customer. Parcours itself reads email, phone, locale, timezone and country. Those that are declared (/traits) are checked. */
        readonly traits: Record<string, unknown>;
        /** @description The first is the one that messages go to, and the trait email. */
        readonly emails?: readonly string[];
        /** @description Kept in E.164; the first is the trait phone. Other forms are read by the trait country. */
        readonly phones?: readonly string[];
        /** @description Devices that push messages can reach. */
        readonly devices?: readonly Schemas["Device"][];
        /** @description Words to group customers by. */
        readonly tags?: readonly string[];
    };
    /**
     * Customers as CSV
     * @description With a head.
     * @example id,email
     *     c-1042,ada@example.com
     */
    readonly CustomersAsCSV: string;
    /**
     * Customers as NDJSON
     * @description An object a line.
     * @example {"id":"c-1042"}
     */
    readonly CustomersAsNDJSON: string;
    /**
     * Dead letter
     * @description Something that could not be worked.
     */
    readonly DeadLetter: {
        /**
         * @description The id of the dead letter.
         * @example 8812345678901234
         */
        readonly id: string;
        /**
         * @description What it is.
         * @enum {string}
         */
        readonly kind: "event" | "trigger" | "outcome" | "operation" | "signal" | "answer" | "fallback";
        /**
         * @description Your id of the customer.
         * @example c-1042
         */
        readonly customerId: string;
        /** @description The entry as it lay in the inbox. */
        readonly body: Record<string, unknown>;
        /**
         * @description Why it could not be worked.
         * @example TypeError: Cannot read properties of undefined (reading 'plan')
         */
        readonly failure: string;
        /**
         * Format: date-time
         * @description When it was given up.
         */
        readonly failedAt: string;
    };
    /**
     * Decision about a draft
     * @description What you say to the draft as it is.
     */
    readonly DecisionAboutADraft: {
        /**
         * @description Takes the place of what you decided before.
         * @enum {string}
         */
        readonly decision: "approve" | "reject";
        /**
         * @description What the others should know.
         * @example The French text needs another look.
         */
        readonly note?: string;
    };
    /**
     * Device
     * @description Something that push messages can reach.
     */
    readonly Device: {
        /**
         * @description As the device’s push service gave it.
         * @example f3Rk9wQ2Tn6:APA91bHq8vYx
         */
        readonly token: string;
        /**
         * @description Whose push service it is.
         * @enum {string}
         */
        readonly platform: "ios" | "android" | "web";
        /**
         * @description Which of your apps, where there are several.
         * @example shop
         */
        readonly app?: string;
    };
    /**
     * Difference
     * @description What turned one state of a thing into another.
     */
    readonly Difference: {
        /**
         * @description A version number, or `draft`.
         * @example 2
         */
        readonly from: number | string;
        /**
         * @description A version number, or `draft`.
         * @example draft
         */
        readonly to: number | string;
        /** @description Each change. */
        readonly changes: readonly Schemas["Change"][];
        /** @description Each change as a sentence. */
        readonly summary: readonly string[];
    };
    /**
     * Duration
     * @description A whole number and a unit: s, m, h, d (24 hours), w.
     * @example 30s
     */
    readonly Duration: string;
    /**
     * Enrollment
     * @description One customer's passage through a journey.
     */
    readonly Enrollment: {
        /**
         * @description The id of the enrollment.
         * @example 8812345678901234
         */
        readonly id: string;
        /**
         * @description Your id of the customer.
         * @example c-1042
         */
        readonly customerId: string;
        /**
         * @description The key of the journey; null where it was deleted since.
         * @example welcome
         */
        readonly journey: string | null;
        /**
         * @description The published version that it is pinned to.
         * @example 3
         */
        readonly version: number;
        /**
         * @description What sets it apart from other passages of the customer.
         * @example once
         */
        readonly entryKey: string;
        /**
         * @description Whether it goes on.
         * @enum {string}
         */
        readonly state: "active" | "ended";
        /**
         * @description Where it stands; null once it has ended.
         * @example wait-a-day
         */
        readonly step: string | null;
        /** @description What moves it on; null when nothing but time does. */
        readonly waitsFor: {
            /**
             * @description What it is above all.
             * @enum {string}
             */
            readonly for: "time" | "events" | "message" | "call" | "intake";
            /** @description The names of events. */
            readonly events: readonly string[];
            /** @description The end of its last message. */
            readonly messageOutcome: boolean;
            /** @description The answer of another system. */
            readonly answer: boolean;
        } | null;
        /**
         * Format: date-time
         * @description When it began to wait.
         */
        readonly waitingSince: string | null;
        /**
         * @description Its time has come, and it is held since its journey is paused.
         * @example false
         */
        readonly held: boolean;
        /** @description Why it could not be worked when its time came; it is tried again at dueAt. */
        readonly failure: string | null;
        /**
         * Format: date-time
         * @description When it moves on by itself.
         */
        readonly dueAt: string | null;
        /** @description What it carries; templates read it as context. */
        readonly context: Record<string, unknown>;
        /**
         * Format: date-time
         * @description When the customer entered.
         */
        readonly enteredAt: string;
        /**
         * Format: date-time
         * @description When it ended.
         */
        readonly endedAt: string | null;
        /**
         * @description Why it ended; null while it goes on.
         * @example completed
         */
        readonly endReason: string | null;
        /** @description Keys of the goals it has reached. */
        readonly goals?: readonly string[];
        /**
         * @description In the share that enters but receives nothing.
         * @example false
         */
        readonly heldOut?: boolean;
    };
    /**
     * EntryObstacle
     * @description One thing that keeps the customer out, or from its messages.
     */
    readonly EntryObstacle: {
        /**
         * @description not-published, paused, never-triggered, trigger-condition, condition-failed, exit-rule, already-active, reentry-never, cooldown or held-out.
         * @example condition-failed
         */
        readonly code: string;
        /** @description What decided: tests with the values that the customer has, numbers of rules, times. */
        readonly detail: Record<string, unknown>;
        /**
         * @description For people, in the language of `locale`.
         * @example The entry condition fails: “plan is pro” does not hold (trait.plan: trial).
         */
        readonly words: string;
    };
    /**
     * Entry of the audit log
     * @description Something that was done.
     */
    readonly EntryOfTheAuditLog: {
        /**
         * @description Of the entry.
         * @example 6917529027641377
         */
        readonly id: string;
        /**
         * Format: date-time
         * @description When it was done.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly at: string;
        /** @description Who did it. */
        readonly actor: {
            /**
             * @description Somebody who has signed in, a program with an API token, or the product itself.
             * @enum {string}
             */
            readonly kind: "user" | "token" | "system";
            /**
             * @description Of the user or API token; null of the system.
             * @example 6917529027641081
             */
            readonly id: string | null;
            /**
             * @description As it was then.
             * @example Ada Lovelace
             */
            readonly name: string;
        };
        /**
         * @description What was done: the kind of subject and a verb.
         * @example content.published
         */
        readonly action: string;
        /** @description What it was done to. */
        readonly subject: {
            /**
             * @description As in addresses.
             * @example touchpoints
             */
            readonly type: string;
            /**
             * @description The key, or the id where there is none.
             * @example shop
             */
            readonly key: string;
        };
        /** @description What is different afterwards; of a secret no more than that it changed. */
        readonly changes: readonly Schemas["AuditedChange"][];
        /** @description Whatever else there is to know: version, note, release. */
        readonly details: Record<string, unknown> | null;
        /**
         * @description The network address that the call came from; null of the system.
         * @example 203.0.113.7
         */
        readonly address: string | null;
        /**
         * @description The request, as the answer has it in `x-request-id`; null of the system.
         * @example 4f0e7a52-4a0c-4f3f-8f5f-6a4f7a1b9c55
         */
        readonly requestId: string | null;
    };
    /**
     * Erasure
     * @description That somebody was erased, without a word on whom.
     */
    readonly Erasure: {
        /**
         * @description Its number.
         * @example 4302918374521984
         */
        readonly id: string;
        /**
         * @description The pseudonym of the customer: who has the id finds it again, who has this learns nothing.
         * @example q2bZ0o6j1Yc3mF8v5dXkTn9wAeRu7sLhPiGxCyBfJzM
         */
        readonly subject: string;
        /** @description How many rows of each table were deleted or made anonymous. */
        readonly rows: {
            readonly [key: string]: number;
        };
        /** @description Who asked for it. */
        readonly by: Record<string, unknown>;
        /**
         * Format: date-time
         * @description What the customer did before this is not taken when it is sent again.
         * @example 2026-06-01T08:00:00.000Z
         */
        readonly erasedAt: string;
        /**
         * @description How much of it came again and was not taken.
         * @example 0
         */
        readonly droppedEvents: number;
    };
    /**
     * Erasure request
     * @description Nothing: the address says it all.
     */
    readonly ErasureRequest: Record<string, unknown>;
    /**
     * Event
     * @description Something that a customer has done, or that has happened to them.
     */
    readonly Event: {
        /**
         * @description What happened, such as account.created. Names that begin with journey., note., segment., persona. or message. are reserved.
         * @example account.created
         */
        readonly event: string;
        /**
         * @description Your own id of the customer. One who is not known yet is created.
         * @example c-1042
         */
        readonly customerId?: string;
        /**
         * @description The id of a device, for one who is not identified. Beside a customerId it says whose device it is: what was done there anonymously is theirs.
         * @example c-1042
         */
        readonly anonymousId?: string;
        /**
         * @description Your own id of this call: events of one customer with the same id happen once.
         * @example 018f2b7e-1042
         */
        readonly messageId?: string;
        /**
         * Format: date-time
         * @description When it happened (RFC 3339); now, when left out. A time that is up to a day ahead becomes now.
         * @example 2026-03-02T08:00:00Z
         */
        readonly occurredAt?: string;
        /**
         * Format: date-time
         * @description When the request left, by the same clock: a clock that is wrong is corrected by it.
         * @example 2026-03-02T08:00:01Z
         */
        readonly sentAt?: string;
        /** @description What journeys and templates can read of it. */
        readonly properties?: Record<string, unknown>;
        /** @description Merged into the customer's traits first (RFC 7396); null removes a trait. */
        readonly traits?: Record<string, unknown>;
        /** @description The circumstances, kept beside it: page, campaign, app. */
        readonly context?: Record<string, unknown>;
        /**
         * @description The layer of data that it belongs to.
         * @enum {string}
         */
        readonly layer?: "behavioural" | "transactional" | "demographic" | "anecdotal";
        /**
         * @description Key of the touchpoint where it happened.
         * @example website
         */
        readonly touchpoint?: string;
        /**
         * @description The channel that it came by, such as email or web. What the event's definition says, when left out.
         * @example web
         */
        readonly channel?: string;
        /**
         * @description The device that it happened on. What the event's definition says, when left out.
         * @example phone
         */
        readonly device?: string;
        /**
         * @description Whom it concerned. What the event's definition says, when left out.
         * @example Sales
         */
        readonly department?: string;
    };
    /**
     * Condition on one event
     * @description Tests of the properties of one event, and all, any and not of them.
     */
    readonly EventCondition: {
        /** @description All of them have to hold. */
        readonly all: readonly Schemas["EventCondition"][];
    } | {
        /** @description One of them has to hold. */
        readonly any: readonly Schemas["EventCondition"][];
    } | {
        readonly not: Schemas["EventCondition"];
    } | Schemas["TestProperty"];
    /**
     * Event definition
     * @description The catalogue of events: what each is called, what it carries and where it comes from.
     */
    readonly EventDefinition: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description The name of the event; the key, when left out.
         * @example Order Completed
         */
        readonly event?: string;
        /** @description When it happens, and what it tells. */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What kind of data it is: what customers do (behavioural), what they buy and owe (transactional), who they are (demographic), what people say (anecdotal).
         * @example transactional
         * @enum {unknown}
         */
        readonly layer?: "behavioural" | "transactional" | "demographic" | "anecdotal";
        /** @description JSON Schema (draft 2020-12) of its properties. Events that do not fit are kept and reported. */
        readonly schema?: Record<string, unknown>;
        /**
         * @description The touchpoint at which it happens; its channel and department go for the event too.
         * @example website
         */
        readonly touchpoint?: string;
        /**
         * @description The channel that it comes by.
         * @example web
         */
        readonly channel?: string;
        /**
         * @description The device that it happens on.
         * @example phone
         */
        readonly device?: string;
        /**
         * @description Who looks after it.
         * @example Sales
         */
        readonly department?: string;
        /** @description For events in which somebody says something: they are part of the conversation. */
        readonly says?: {
            /**
             * @description The customer says it (inbound), or we do.
             * @enum {unknown}
             */
            readonly direction?: "inbound" | "outbound";
            /**
             * @description Path in the properties where the words are.
             * @example body
             */
            readonly text?: string;
        };
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
        /**
         * @description Changed: published, and the draft has moved on since.
         * @example published
         * @enum {string}
         */
        readonly status: "draft" | "published" | "changed";
        /**
         * @description The number of the published version.
         * @example 3
         */
        readonly version: number | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 7
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When it was last published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When the draft is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
        /**
         * Format: date-time
         * @description With include=reviewDueAt: when it is to be reviewed; null without a review plan.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly reviewDueAt?: string | null;
    };
    /**
     * Event definition draft
     * @description A draft may be unfinished. To be published it needs layer as well.
     */
    readonly EventDefinitionDraft: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description The name of the event; the key, when left out.
         * @example Order Completed
         */
        readonly event?: string;
        /** @description When it happens, and what it tells. */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What kind of data it is: what customers do (behavioural), what they buy and owe (transactional), who they are (demographic), what people say (anecdotal).
         * @example transactional
         * @enum {unknown}
         */
        readonly layer?: "behavioural" | "transactional" | "demographic" | "anecdotal";
        /** @description JSON Schema (draft 2020-12) of its properties. Events that do not fit are kept and reported. */
        readonly schema?: Record<string, unknown>;
        /**
         * @description The touchpoint at which it happens; its channel and department go for the event too.
         * @example website
         */
        readonly touchpoint?: string;
        /**
         * @description The channel that it comes by.
         * @example web
         */
        readonly channel?: string;
        /**
         * @description The device that it happens on.
         * @example phone
         */
        readonly device?: string;
        /**
         * @description Who looks after it.
         * @example Sales
         */
        readonly department?: string;
        /** @description For events in which somebody says something: they are part of the conversation. */
        readonly says?: {
            /**
             * @description The customer says it (inbound), or we do.
             * @enum {unknown}
             */
            readonly direction: "inbound" | "outbound";
            /**
             * @description Path in the properties where the words are.
             * @example body
             */
            readonly text: string;
        };
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
    };
    /**
     * Event definition patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     */
    readonly EventDefinitionPatch: Record<string, unknown>;
    /**
     * Event
     * @description The name of an event, exactly as it is sent.
     * @example account.created
     */
    readonly EventName: string;
    /**
     * Event retention
     * @description How long events of a name are kept.
     */
    readonly EventRetention: {
        /**
         * @description Since the event arrived.
         * @example 395
         */
        readonly days: number;
    };
    /**
     * Event retention rule
     * @description How long events of a name are kept, and what that has deleted.
     */
    readonly EventRetentionRule: {
        /**
         * @description The name of an event; * for all that have no rule of their own.
         * @example page.viewed
         */
        readonly event: string;
        /**
         * @description Since the event arrived.
         * @example 395
         */
        readonly days: number;
        /**
         * @description Events that were deleted by this rule so far.
         * @example 0
         */
        readonly deleted: number;
        /**
         * Format: date-time
         * @description When the rule was last changed.
         * @example 2026-06-01T08:00:00.000Z
         */
        readonly updatedAt: string;
    };
    /**
     * Event violation
     * @description A place at which events of one name were not what their schema says.
     */
    readonly EventViolation: {
        /**
         * @description Of the entry.
         * @example 8812345678901234
         */
        readonly id: string;
        /**
         * @description The name of the events.
         * @example order.completed
         */
        readonly event: string;
        /**
         * @description Place in the properties; `*` stands for any entry of a list.
         * @example /amount
         */
        readonly pointer: string;
        /**
         * @description The kind of defect; stable.
         * @example schema.wrong-type
         */
        readonly code: string;
        /**
         * @description What was wrong the last time.
         * @example Must be a number, not a string.
         */
        readonly detail: string;
        /**
         * @description How often it was so.
         * @example 3
         */
        readonly occurrences: number;
        /**
         * @description The id that the sender gave the last of them; null where it gave none.
         * @example shop-1001
         */
        readonly lastMessageId: string | null;
        /**
         * Format: date-time
         * @description When it was so for the first time.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly firstSeenAt: string;
        /**
         * Format: date-time
         * @description When it was so last.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly lastSeenAt: string;
    };
    /**
     * Events of a connector
     * @description What the other system has told of customers by callbacks.
     */
    readonly EventsOfAConnector: {
        /**
         * @description Events of customers.
         * @example 12
         */
        readonly taken: number;
        /**
         * @description Events about people who are nobody here, or several.
         * @example 12
         */
        readonly unmatched: number;
        /**
         * Format: date-time
         * @description When the last one was taken.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly lastAt: string | null;
        /**
         * Format: date-time
         * @description When the last one was not.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly unmatchedAt: string | null;
    };
    /**
     * Explained enrollment
     * @description A passage of the customer through the journey.
     */
    readonly ExplainedEnrollment: {
        /**
         * @description The id of the enrollment.
         * @example 8812345678901234
         */
        readonly id: string;
        /**
         * @description Whether it goes on.
         * @enum {string}
         */
        readonly state: "active" | "ended";
        /**
         * @description Where it stands.
         * @example rest
         */
        readonly step: string | null;
        /**
         * Format: date-time
         * @description When the customer entered.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly enteredAt: string;
        /**
         * Format: date-time
         * @description When it ended.
         */
        readonly endedAt: string | null;
        /** @description Why it ended. */
        readonly endReason: string | null;
        /**
         * @description In the share that receives nothing.
         * @example false
         */
        readonly heldOut: boolean;
        /**
         * @description For people, in the language of `locale`.
         * @example They entered on 2026-03-02 and stand at rest.
         */
        readonly words: string;
    };
    /**
     * Explained journey
     * @description Where the customer stands in a journey, and why.
     */
    readonly ExplainedJourney: {
        /**
         * @description The key of the journey.
         * @example welcome
         */
        readonly journey: string;
        /**
         * @description What is published; null for nothing.
         * @example 3
         */
        readonly version: number | null;
        /**
         * Format: date-time
         * @description The customer and the journey are looked at as they were then.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly asOf: string;
        /**
         * @description Whether the customer is, or has been, in it.
         * @enum {string}
         */
        readonly standing: "in" | "was-in" | "never-in";
        /** @description Everything that stands in the way. */
        readonly reasons: readonly Schemas["EntryObstacle"][];
        /**
         * @description For people, in the language of `locale`.
         * @example They have never been in welcome. The journey is not published.
         */
        readonly words: string;
        /** @description The last passages, the latest first: only for one journey, like the following. */
        readonly enrollments?: readonly Schemas["ExplainedEnrollment"][];
        /** @description The last events and triggers that could have let the customer in, the latest first. */
        readonly triggers?: readonly Schemas["ExplainedTrigger"][];
        /** @description Each message step of the journey. */
        readonly messages?: readonly Schemas["ExplainedMessageStep"][];
    };
    /**
     * Explained message step
     * @description Whether a message step would send to the customer now.
     */
    readonly ExplainedMessageStep: {
        /**
         * @description The key of the step.
         * @example hello
         */
        readonly step: string;
        /**
         * @description The message template.
         * @example welcome
         */
        readonly template: string;
        /**
         * @description The channel policy.
         * @example default
         */
        readonly policy: string;
        /** @description The touchpoint that it is. */
        readonly touchpoint: string | null;
        /**
         * @description The channel it would take.
         * @example email
         */
        readonly channel: string | null;
        /**
         * @description Whether it would send.
         * @example true
         */
        readonly sends: boolean;
        /**
         * @description send, or why it would be skipped: holdout, address-suppressed, or what the policy says.
         * @example send
         */
        readonly code: string;
        /** @description What decided: tests with the values that the customer has, numbers of rules, times. */
        readonly detail: Record<string, unknown>;
        /**
         * @description For people, in the language of `locale`.
         * @example hello would send welcome by email.
         */
        readonly words: string;
    };
    /**
     * Explained trigger
     * @description Something that came and could have let the customer in.
     */
    readonly ExplainedTrigger: {
        /**
         * Format: date-time
         * @description When it came.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly at: string;
        /**
         * @description The event; null for a trigger through the API or by another journey.
         * @example account.created
         */
        readonly event: string | null;
        /**
         * @description entered, before-publication, would-enter (as of now), or why it does not let the customer in as of now: a code of a reason.
         * @example condition-failed
         */
        readonly code: string;
        /** @description The enrollment that it began. */
        readonly enrollmentId: string | null;
        /** @description What decided: tests with the values that the customer has, numbers of rules, times. */
        readonly detail: Record<string, unknown>;
        /**
         * @description For people, in the language of `locale`.
         * @example account.created came: it did not let them in, the entry condition fails.
         */
        readonly words: string;
    };
    /**
     * Explanation
     * @description Why a customer is in journeys, or not.
     */
    readonly Explanation: {
        /**
         * @description Your id of the customer.
         * @example c-1042
         */
        readonly customerId: string;
        /** @description One, or all that are published. */
        readonly journeys: readonly Schemas["ExplainedJourney"][];
    };
    /**
     * Feedback
     * @description What a customer has answered to a survey, and what was done about it.
     */
    readonly Feedback: {
        /**
         * @description The id of the answer.
         * @example 8812345678901234
         */
        readonly id: string;
        /**
         * @description The key of the survey.
         * @example nps-onboarding
         */
        readonly survey: string;
        /**
         * @description The published version of the survey.
         * @example 2
         */
        readonly version: number;
        /**
         * @description The answer, on the scale of the survey.
         * @example 3
         */
        readonly score: number;
        /**
         * @description What was added in words.
         * @example The form is too long
         */
        readonly comment: string | null;
        /**
         * @description Your id of the customer; null where they were erased.
         * @example c-1042
         */
        readonly customerId: string | null;
        /**
         * @description The key of the journey that has asked; null where it was deleted since.
         * @example onboarding
         */
        readonly journey: string | null;
        /**
         * @description The step that has asked.
         * @example ask
         */
        readonly step: string;
        /**
         * @description The passage in which it was asked.
         * @example 8812345678901000
         */
        readonly enrollmentId: string;
        /**
         * @description closed: a change was recorded that ends it. followed-up: it led to a journey. acknowledged: a message answers it.
         * @enum {string}
         */
        readonly state: "new" | "acknowledged" | "followed-up" | "closed";
        /** @description What answers it; null where its survey asks for nothing. */
        readonly acknowledgement: {
            /**
             * @description The message.
             * @example 8812345678904321
             */
            readonly messageId: string | null;
            /**
             * @description What it says.
             * @example thanks-promoter
             */
            readonly template: string | null;
            /**
             * @description How it goes out.
             * @example email
             */
            readonly channel: string | null;
            /**
             * @description Where it is on its way.
             * @enum {string|null}
             */
            readonly status: "queued" | "sending" | "sent" | "failed" | "withdrawn" | "held" | null;
            /** @description Why there is no message: a code such as consent-denied. */
            readonly refusal: string | null;
            /**
             * Format: date-time
             * @description When it was sent, failed or was withdrawn.
             */
            readonly finishedAt: string | null;
        } | null;
        /** @description Where it led; null where its survey leads nowhere. */
        readonly followUp: {
            /**
             * @description The journey; null where it was deleted since.
             * @example detractor-follow-up
             */
            readonly journey: string | null;
            /**
             * @description The passage; null where the journey did not let the customer in.
             * @example 8812345678905678
             */
            readonly enrollmentId: string | null;
        } | null;
        /** @description What was changed because of it, the first one first. */
        readonly changes: readonly {
            /**
             * @description The change.
             * @example 8812345678907777
             */
            readonly id: string;
            /**
             * @description What was changed.
             * @example The form has three fields now
             */
            readonly what: string | {
                readonly [key: string]: string;
            };
            /** @description Where it can be seen. */
            readonly link: string | null;
            /**
             * Format: date-time
             * @description When it was changed.
             */
            readonly at: string;
            /**
             * @description Who has recorded it.
             * @example Grace
             */
            readonly by: string;
        }[];
        /**
         * Format: date-time
         * @description When it was answered.
         */
        readonly answeredAt: string;
        /**
         * Format: date-time
         * @description When the change was recorded that ended it.
         */
        readonly closedAt: string | null;
    };
    /**
     * Feedback change
     * @description Something that was changed because of what a customer has said.
     */
    readonly FeedbackChange: {
        /** @description What was changed, in the words of the customer: the event that tells them carries it. */
        readonly what: string | {
            readonly [key: string]: string;
        };
        /**
         * @description Where it can be seen.
         * @example https://belvedere.example/news/shorter-forms
         */
        readonly link?: string;
        /**
         * Format: date-time
         * @description When it was changed; now, when left out.
         */
        readonly at?: string;
        /**
         * @description Nothing more is to be done about it.
         * @default true
         */
        readonly closes?: boolean;
    };
    /**
     * File defect
     * @description A file that cannot be read.
     */
    readonly FileDefect: {
        /**
         * @description Stable.
         * @example file.not-yaml
         */
        readonly code: string;
        /**
         * @description The file.
         * @example touchpoints/sms.yaml
         */
        readonly path: string;
        /**
         * @description From 1.
         * @example 3
         */
        readonly line: number;
        /**
         * @description From 1.
         * @example 7
         */
        readonly column: number;
        /**
         * @description For a person.
         * @example This member is there already.
         */
        readonly message: string;
    };
    /**
     * Filter of api tokens
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfApiTokens: {
        readonly id?: Schemas["IdFilter"];
        readonly name?: Schemas["TextFilter"];
        readonly hint?: Schemas["TextFilter"];
        readonly createdBy?: Schemas["NullableTextFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly expiresAt?: Schemas["NullableInstantFilter"];
        readonly revokedAt?: Schemas["NullableInstantFilter"];
        readonly lastUsedAt?: Schemas["NullableInstantFilter"];
    };
    /**
     * Filter of approval requests
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfApprovalRequests: {
        readonly id?: Schemas["IdFilter"];
        readonly type?: Schemas["TextFilter"];
        readonly key?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "open" | "approved" | "rejected" | "outdated";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "open" | "approved" | "rejected" | "outdated";
            /** @description Is one of these. */
            readonly in?: readonly ("open" | "approved" | "rejected" | "outdated")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("open" | "approved" | "rejected" | "outdated")[];
        };
        readonly by?: Schemas["TextFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
    };
    /**
     * Filter of audit log
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfAuditLog: {
        readonly id?: Schemas["IdFilter"];
        readonly at?: Schemas["InstantFilter"];
        readonly actor?: Schemas["TextFilter"];
        readonly actorId?: Schemas["NullableIdFilter"];
        /** @description How a value is to be. */
        readonly actorKind?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "user" | "token" | "system";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "user" | "token" | "system";
            /** @description Is one of these. */
            readonly in?: readonly ("user" | "token" | "system")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("user" | "token" | "system")[];
        };
        readonly action?: Schemas["TextFilter"];
        readonly subjectType?: Schemas["TextFilter"];
        readonly subject?: Schemas["TextFilter"];
        readonly address?: Schemas["NullableTextFilter"];
        readonly requestId?: Schemas["NullableTextFilter"];
    };
    /**
     * Filter of audit log export
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfAuditLogExport: {
        readonly id?: Schemas["IdFilter"];
        readonly at?: Schemas["InstantFilter"];
        readonly actor?: Schemas["TextFilter"];
        readonly actorId?: Schemas["NullableIdFilter"];
        /** @description How a value is to be. */
        readonly actorKind?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "user" | "token" | "system";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "user" | "token" | "system";
            /** @description Is one of these. */
            readonly in?: readonly ("user" | "token" | "system")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("user" | "token" | "system")[];
        };
        readonly action?: Schemas["TextFilter"];
        readonly subjectType?: Schemas["TextFilter"];
        readonly subject?: Schemas["TextFilter"];
        readonly address?: Schemas["NullableTextFilter"];
        readonly requestId?: Schemas["NullableTextFilter"];
    };
    /**
     * Filter of brands
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfBrands: {
        readonly default?: Schemas["NullableBooleanFilter"];
        readonly website?: Schemas["NullableTextFilter"];
        readonly defaultLocale?: Schemas["NullableTextFilter"];
        readonly key?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published" | "changed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published" | "changed";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published" | "changed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published" | "changed")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly revision?: Schemas["IntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly reviewDueAt?: Schemas["NullableInstantFilter"];
        readonly archived?: Schemas["BooleanFilter"];
    };
    /**
     * Filter of calls to other systems
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfCallsToOtherSystems: {
        readonly id?: Schemas["IdFilter"];
        readonly customerId?: Schemas["NullableTextFilter"];
        readonly enrollmentId?: Schemas["IdFilter"];
        readonly journey?: Schemas["NullableTextFilter"];
        readonly step?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly kind?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "host" | "connector" | "step";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "host" | "connector" | "step";
            /** @description Is one of these. */
            readonly in?: readonly ("host" | "connector" | "step")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("host" | "connector" | "step")[];
        };
        readonly system?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "queued" | "calling" | "succeeded" | "failed" | "withdrawn";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "queued" | "calling" | "succeeded" | "failed" | "withdrawn";
            /** @description Is one of these. */
            readonly in?: readonly ("queued" | "calling" | "succeeded" | "failed" | "withdrawn")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("queued" | "calling" | "succeeded" | "failed" | "withdrawn")[];
        };
        readonly attempts?: Schemas["IntegerFilter"];
        readonly maybeDuplicate?: Schemas["BooleanFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly nextAttemptAt?: Schemas["NullableInstantFilter"];
        readonly finishedAt?: Schemas["NullableInstantFilter"];
        readonly recordId?: Schemas["NullableTextFilter"];
        readonly team?: Schemas["NullableTextFilter"];
        readonly owner?: Schemas["NullableTextFilter"];
        readonly outcome?: Schemas["NullableTextFilter"];
        readonly completedAt?: Schemas["NullableInstantFilter"];
    };
    /**
     * Filter of channel policies
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfChannelPolicies: {
        /** @description How a value that may be absent is to be. */
        readonly scope?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "step" | "house";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "step" | "house";
            /** @description Is one of these. */
            readonly in?: readonly ("step" | "house")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("step" | "house")[];
            /** @description Is nothing (true), or is anything (false). */
            readonly null?: boolean;
        };
        readonly priority?: Schemas["NullableIntegerFilter"];
        readonly timeToLive?: Schemas["NullableTextFilter"];
        readonly topic?: Schemas["NullableTextFilter"];
        readonly key?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published" | "changed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published" | "changed";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published" | "changed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published" | "changed")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly revision?: Schemas["IntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly reviewDueAt?: Schemas["NullableInstantFilter"];
        readonly archived?: Schemas["BooleanFilter"];
    };
    /**
     * Filter of comments
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfComments: {
        readonly id?: Schemas["IdFilter"];
        readonly thread?: Schemas["IdFilter"];
        readonly pointer?: Schemas["NullableTextFilter"];
        readonly author?: Schemas["TextFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly resolved?: Schemas["BooleanFilter"];
    };
    /**
     * Filter of connectors
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfConnectors: {
        readonly type?: Schemas["NullableTextFilter"];
        readonly key?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published" | "changed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published" | "changed";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published" | "changed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published" | "changed")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly revision?: Schemas["IntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly reviewDueAt?: Schemas["NullableInstantFilter"];
        readonly archived?: Schemas["BooleanFilter"];
    };
    /**
     * Filter of consent changes
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfConsentChanges: {
        readonly id?: Schemas["IdFilter"];
        readonly channel?: Schemas["TextFilter"];
        readonly topic?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly state?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "granted" | "denied" | "pending" | "unknown";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "granted" | "denied" | "pending" | "unknown";
            /** @description Is one of these. */
            readonly in?: readonly ("granted" | "denied" | "pending" | "unknown")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("granted" | "denied" | "pending" | "unknown")[];
        };
        readonly decidedAt?: Schemas["InstantFilter"];
    };
    /**
     * Filter of conversation
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfConversation: {
        /** @description How a value is to be. */
        readonly at?: {
            /**
             * Format: date-time
             * @description Is greater, or later.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly gt?: string;
            /**
             * Format: date-time
             * @description Is this or greater, or later.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly gte?: string;
            /**
             * Format: date-time
             * @description Is less, or earlier.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly lt?: string;
            /**
             * Format: date-time
             * @description Is this or less, or earlier.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly lte?: string;
        };
        /** @description How a value is to be. */
        readonly kind?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "event" | "note" | "message" | "journey" | "call";
            /** @description Is one of these. */
            readonly in?: readonly ("event" | "note" | "message" | "journey" | "call")[];
        };
        /** @description How a value is to be. */
        readonly layer?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "behavioural" | "transactional" | "demographic" | "anecdotal";
            /** @description Is one of these. */
            readonly in?: readonly ("behavioural" | "transactional" | "demographic" | "anecdotal")[];
        };
        /** @description How a value is to be. */
        readonly channel?: {
            /**
             * @description Is this.
             * @example welcome
             */
            readonly eq?: string;
            /** @description Is one of these. */
            readonly in?: readonly string[];
        };
        /** @description How a value is to be. */
        readonly name?: {
            /**
             * @description Is this.
             * @example welcome
             */
            readonly eq?: string;
            /** @description Is one of these. */
            readonly in?: readonly string[];
            /**
             * @description Begins with this, as it is written.
             * @example welcome
             */
            readonly starts?: string;
        };
        /** @description How a value is to be. */
        readonly id?: Record<string, unknown>;
    };
    /**
     * Filter of crm syncs
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfCrmSyncs: {
        readonly connector?: Schemas["NullableTextFilter"];
        /** @description How a value that may be absent is to be. */
        readonly conflict?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "newest" | "crm" | "parcours";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "newest" | "crm" | "parcours";
            /** @description Is one of these. */
            readonly in?: readonly ("newest" | "crm" | "parcours")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("newest" | "crm" | "parcours")[];
            /** @description Is nothing (true), or is anything (false). */
            readonly null?: boolean;
        };
        readonly newCustomers?: Schemas["NullableBooleanFilter"];
        /** @description How a value that may be absent is to be. */
        readonly onErasure?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "keep" | "forget";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "keep" | "forget";
            /** @description Is one of these. */
            readonly in?: readonly ("keep" | "forget")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("keep" | "forget")[];
            /** @description Is nothing (true), or is anything (false). */
            readonly null?: boolean;
        };
        readonly every?: Schemas["NullableTextFilter"];
        readonly key?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published" | "changed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published" | "changed";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published" | "changed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published" | "changed")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly revision?: Schemas["IntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly reviewDueAt?: Schemas["NullableInstantFilter"];
        readonly archived?: Schemas["BooleanFilter"];
    };
    /**
     * Filter of custom fields
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfCustomFields: {
        /** @description How a value that may be absent is to be. */
        readonly appliesTo?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "phase-sets" | "touchpoints" | "personas" | "journey-maps" | "brands" | "surveys" | "kpis" | "offers" | "event-definitions" | "segments" | "traits" | "topics" | "connectors" | "crm-syncs" | "message-templates" | "channel-policies" | "teams" | "journey-templates" | "webhooks";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "phase-sets" | "touchpoints" | "personas" | "journey-maps" | "brands" | "surveys" | "kpis" | "offers" | "event-definitions" | "segments" | "traits" | "topics" | "connectors" | "crm-syncs" | "message-templates" | "channel-policies" | "teams" | "journey-templates" | "webhooks";
            /** @description Is one of these. */
            readonly in?: readonly ("phase-sets" | "touchpoints" | "personas" | "journey-maps" | "brands" | "surveys" | "kpis" | "offers" | "event-definitions" | "segments" | "traits" | "topics" | "connectors" | "crm-syncs" | "message-templates" | "channel-policies" | "teams" | "journey-templates" | "webhooks")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("phase-sets" | "touchpoints" | "personas" | "journey-maps" | "brands" | "surveys" | "kpis" | "offers" | "event-definitions" | "segments" | "traits" | "topics" | "connectors" | "crm-syncs" | "message-templates" | "channel-policies" | "teams" | "journey-templates" | "webhooks")[];
            /** @description Is nothing (true), or is anything (false). */
            readonly null?: boolean;
        };
        readonly member?: Schemas["NullableTextFilter"];
        readonly required?: Schemas["NullableBooleanFilter"];
        readonly localised?: Schemas["NullableBooleanFilter"];
        readonly searchable?: Schemas["NullableBooleanFilter"];
        readonly filterable?: Schemas["NullableBooleanFilter"];
        readonly order?: Schemas["NullableNumberFilter"];
        readonly key?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published" | "changed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published" | "changed";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published" | "changed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published" | "changed")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly revision?: Schemas["IntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly reviewDueAt?: Schemas["NullableInstantFilter"];
        readonly archived?: Schemas["BooleanFilter"];
    };
    /**
     * Filter of customer merges
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfCustomerMerges: {
        readonly id?: Schemas["IdFilter"];
        /** @description How a value is to be. */
        readonly reason?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "operator" | "identify" | "alias";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "operator" | "identify" | "alias";
            /** @description Is one of these. */
            readonly in?: readonly ("operator" | "identify" | "alias")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("operator" | "identify" | "alias")[];
        };
        readonly mergedAt?: Schemas["InstantFilter"];
    };
    /**
     * Filter of customer segments
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfCustomerSegments: {
        /** @description How a value is to be. */
        readonly type?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "segments" | "personas";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "segments" | "personas";
            /** @description Is one of these. */
            readonly in?: readonly ("segments" | "personas")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("segments" | "personas")[];
        };
        readonly key?: Schemas["TextFilter"];
        readonly enteredAt?: Schemas["InstantFilter"];
    };
    /**
     * Filter of customers
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfCustomers: {
        /** @description How a value is to be. */
        readonly id?: {
            /**
             * @description Is this.
             * @example welcome
             */
            readonly eq?: string;
            /** @description Is one of these. */
            readonly in?: readonly string[];
            /**
             * @description Is greater, or later.
             * @example welcome
             */
            readonly gt?: string;
            /**
             * @description Is this or greater, or later.
             * @example welcome
             */
            readonly gte?: string;
            /**
             * @description Is less, or earlier.
             * @example welcome
             */
            readonly lt?: string;
            /**
             * @description Is this or less, or earlier.
             * @example welcome
             */
            readonly lte?: string;
            /**
             * @description Begins with this, as it is written.
             * @example welcome
             */
            readonly starts?: string;
        };
        /** @description How a value is to be. */
        readonly email?: {
            /**
             * @description Is this.
             * @example welcome
             */
            readonly eq?: string;
            /** @description Is one of these. */
            readonly in?: readonly string[];
        };
        /** @description How a value is to be. */
        readonly phone?: {
            /**
             * @description Is this.
             * @example welcome
             */
            readonly eq?: string;
            /** @description Is one of these. */
            readonly in?: readonly string[];
        };
        /** @description How a value is to be. */
        readonly tag?: {
            /**
             * @description Is this.
             * @example welcome
             */
            readonly eq?: string;
            /** @description Is one of these. */
            readonly in?: readonly string[];
        };
        /** @description How a value is to be. */
        readonly createdAt?: {
            /**
             * Format: date-time
             * @description Is greater, or later.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly gt?: string;
            /**
             * Format: date-time
             * @description Is this or greater, or later.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly gte?: string;
            /**
             * Format: date-time
             * @description Is less, or earlier.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly lt?: string;
            /**
             * Format: date-time
             * @description Is this or less, or earlier.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly lte?: string;
        };
    };
    /**
     * Filter of dead letters
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfDeadLetters: {
        readonly id?: Schemas["IdFilter"];
        /** @description How a value is to be. */
        readonly kind?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "event" | "trigger" | "outcome" | "operation" | "signal" | "answer" | "fallback";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "event" | "trigger" | "outcome" | "operation" | "signal" | "answer" | "fallback";
            /** @description Is one of these. */
            readonly in?: readonly ("event" | "trigger" | "outcome" | "operation" | "signal" | "answer" | "fallback")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("event" | "trigger" | "outcome" | "operation" | "signal" | "answer" | "fallback")[];
        };
        readonly customerId?: Schemas["TextFilter"];
        readonly failedAt?: Schemas["InstantFilter"];
    };
    /**
     * Filter of enrollments
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfEnrollments: {
        readonly id?: Schemas["IdFilter"];
        readonly customerId?: Schemas["TextFilter"];
        readonly journey?: Schemas["TextFilter"];
        readonly version?: Schemas["IntegerFilter"];
        /** @description How a value is to be. */
        readonly state?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "active" | "ended";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "active" | "ended";
            /** @description Is one of these. */
            readonly in?: readonly ("active" | "ended")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("active" | "ended")[];
        };
        readonly step?: Schemas["NullableTextFilter"];
        readonly endReason?: Schemas["NullableTextFilter"];
        /** @description How a value that may be absent is to be. */
        readonly waitsFor?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "time" | "events" | "message" | "call" | "intake";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "time" | "events" | "message" | "call" | "intake";
            /** @description Is one of these. */
            readonly in?: readonly ("time" | "events" | "message" | "call" | "intake")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("time" | "events" | "message" | "call" | "intake")[];
            /** @description Is nothing (true), or is anything (false). */
            readonly null?: boolean;
        };
        readonly waitingSince?: Schemas["NullableInstantFilter"];
        readonly held?: Schemas["BooleanFilter"];
        readonly failure?: Schemas["NullableTextFilter"];
        readonly dueAt?: Schemas["NullableInstantFilter"];
        readonly enteredAt?: Schemas["InstantFilter"];
        readonly endedAt?: Schemas["NullableInstantFilter"];
    };
    /**
     * Filter of erasures
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfErasures: {
        readonly id?: Schemas["IdFilter"];
        /** @description How a value is to be. */
        readonly subject?: {
            /**
             * @description Is this.
             * @example welcome
             */
            readonly eq?: string;
        };
        readonly erasedAt?: Schemas["InstantFilter"];
    };
    /**
     * Filter of event catalogue
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfEventCatalogue: {
        readonly event?: Schemas["TextFilter"];
        readonly definition?: Schemas["NullableTextFilter"];
        readonly received?: Schemas["IntegerFilter"];
        readonly violating?: Schemas["IntegerFilter"];
        readonly firstSeenAt?: Schemas["NullableInstantFilter"];
        readonly lastSeenAt?: Schemas["NullableInstantFilter"];
    };
    /**
     * Filter of event definitions
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfEventDefinitions: {
        readonly event?: Schemas["NullableTextFilter"];
        /** @description How a value that may be absent is to be. */
        readonly layer?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "behavioural" | "transactional" | "demographic" | "anecdotal";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "behavioural" | "transactional" | "demographic" | "anecdotal";
            /** @description Is one of these. */
            readonly in?: readonly ("behavioural" | "transactional" | "demographic" | "anecdotal")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("behavioural" | "transactional" | "demographic" | "anecdotal")[];
            /** @description Is nothing (true), or is anything (false). */
            readonly null?: boolean;
        };
        readonly touchpoint?: Schemas["NullableTextFilter"];
        readonly channel?: Schemas["NullableTextFilter"];
        readonly device?: Schemas["NullableTextFilter"];
        readonly department?: Schemas["NullableTextFilter"];
        readonly key?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published" | "changed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published" | "changed";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published" | "changed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published" | "changed")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly revision?: Schemas["IntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly reviewDueAt?: Schemas["NullableInstantFilter"];
        readonly archived?: Schemas["BooleanFilter"];
    };
    /**
     * Filter of event violations
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfEventViolations: {
        readonly id?: Schemas["IdFilter"];
        readonly event?: Schemas["TextFilter"];
        readonly pointer?: Schemas["TextFilter"];
        readonly code?: Schemas["TextFilter"];
        readonly occurrences?: Schemas["IntegerFilter"];
        readonly firstSeenAt?: Schemas["InstantFilter"];
        readonly lastSeenAt?: Schemas["InstantFilter"];
    };
    /**
     * Filter of feedback
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfFeedback: {
        readonly id?: Schemas["IdFilter"];
        readonly survey?: Schemas["TextFilter"];
        readonly version?: Schemas["IntegerFilter"];
        readonly score?: Schemas["IntegerFilter"];
        readonly customerId?: Schemas["NullableTextFilter"];
        readonly journey?: Schemas["NullableTextFilter"];
        readonly step?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly state?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "new" | "acknowledged" | "followed-up" | "closed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "new" | "acknowledged" | "followed-up" | "closed";
            /** @description Is one of these. */
            readonly in?: readonly ("new" | "acknowledged" | "followed-up" | "closed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("new" | "acknowledged" | "followed-up" | "closed")[];
        };
        readonly answeredAt?: Schemas["InstantFilter"];
        readonly closedAt?: Schemas["NullableInstantFilter"];
    };
    /**
     * Filter of imports
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfImports: {
        readonly id?: Schemas["IdFilter"];
        /** @description How a value is to be. */
        readonly state?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "receiving" | "running" | "done" | "failed" | "cancelled";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "receiving" | "running" | "done" | "failed" | "cancelled";
            /** @description Is one of these. */
            readonly in?: readonly ("receiving" | "running" | "done" | "failed" | "cancelled")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("receiving" | "running" | "done" | "failed" | "cancelled")[];
        };
        readonly createdAt?: Schemas["InstantFilter"];
    };
    /**
     * Filter of journey maps
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfJourneyMaps: {
        readonly key?: Schemas["TextFilter"];
        /** @description How a value that may be absent is to be. */
        readonly kind?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "current" | "future";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "current" | "future";
            /** @description Is one of these. */
            readonly in?: readonly ("current" | "future")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("current" | "future")[];
            /** @description Is nothing (true), or is anything (false). */
            readonly null?: boolean;
        };
        readonly persona?: Schemas["NullableTextFilter"];
        readonly phaseSet?: Schemas["NullableTextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published" | "changed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published" | "changed";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published" | "changed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published" | "changed")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly revision?: Schemas["IntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly reviewDueAt?: Schemas["NullableInstantFilter"];
        readonly archived?: Schemas["BooleanFilter"];
    };
    /**
     * Filter of journey templates
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfJourneyTemplates: {
        readonly phaseSet?: Schemas["NullableTextFilter"];
        readonly phase?: Schemas["NullableTextFilter"];
        readonly key?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published" | "changed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published" | "changed";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published" | "changed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published" | "changed")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly revision?: Schemas["IntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly reviewDueAt?: Schemas["NullableInstantFilter"];
        readonly archived?: Schemas["BooleanFilter"];
    };
    /**
     * Filter of kpis
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfKpis: {
        /** @description How a value that may be absent is to be. */
        readonly unit?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "percent" | "count" | "currency" | "duration" | "score";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "percent" | "count" | "currency" | "duration" | "score";
            /** @description Is one of these. */
            readonly in?: readonly ("percent" | "count" | "currency" | "duration" | "score")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("percent" | "count" | "currency" | "duration" | "score")[];
            /** @description Is nothing (true), or is anything (false). */
            readonly null?: boolean;
        };
        readonly currency?: Schemas["NullableTextFilter"];
        /** @description How a value that may be absent is to be. */
        readonly better?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "higher" | "lower";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "higher" | "lower";
            /** @description Is one of these. */
            readonly in?: readonly ("higher" | "lower")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("higher" | "lower")[];
            /** @description Is nothing (true), or is anything (false). */
            readonly null?: boolean;
        };
        readonly within?: Schemas["NullableTextFilter"];
        readonly target?: Schemas["NullableNumberFilter"];
        readonly touchpoint?: Schemas["NullableTextFilter"];
        readonly phaseSet?: Schemas["NullableTextFilter"];
        readonly phase?: Schemas["NullableTextFilter"];
        readonly key?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published" | "changed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published" | "changed";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published" | "changed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published" | "changed")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly revision?: Schemas["IntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly reviewDueAt?: Schemas["NullableInstantFilter"];
        readonly archived?: Schemas["BooleanFilter"];
    };
    /**
     * Filter of message templates
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfMessageTemplates: {
        /** @description How a value that may be absent is to be. */
        readonly category?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "marketing" | "transactional";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "marketing" | "transactional";
            /** @description Is one of these. */
            readonly in?: readonly ("marketing" | "transactional")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("marketing" | "transactional")[];
            /** @description Is nothing (true), or is anything (false). */
            readonly null?: boolean;
        };
        readonly topic?: Schemas["NullableTextFilter"];
        readonly brand?: Schemas["NullableTextFilter"];
        readonly key?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published" | "changed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published" | "changed";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published" | "changed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published" | "changed")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly revision?: Schemas["IntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly reviewDueAt?: Schemas["NullableInstantFilter"];
        readonly archived?: Schemas["BooleanFilter"];
    };
    /**
     * Filter of messages
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfMessages: {
        readonly id?: Schemas["IdFilter"];
        readonly customerId?: Schemas["TextFilter"];
        readonly enrollmentId?: Schemas["IdFilter"];
        readonly journey?: Schemas["TextFilter"];
        readonly step?: Schemas["TextFilter"];
        readonly channel?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly category?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "marketing" | "transactional";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "marketing" | "transactional";
            /** @description Is one of these. */
            readonly in?: readonly ("marketing" | "transactional")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("marketing" | "transactional")[];
        };
        readonly brand?: Schemas["NullableTextFilter"];
        readonly connector?: Schemas["TextFilter"];
        readonly template?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "queued" | "sending" | "sent" | "failed" | "withdrawn" | "held";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "queued" | "sending" | "sent" | "failed" | "withdrawn" | "held";
            /** @description Is one of these. */
            readonly in?: readonly ("queued" | "sending" | "sent" | "failed" | "withdrawn" | "held")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("queued" | "sending" | "sent" | "failed" | "withdrawn" | "held")[];
        };
        readonly failureCode?: Schemas["NullableTextFilter"];
        readonly maybeDuplicate?: Schemas["BooleanFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly finishedAt?: Schemas["NullableInstantFilter"];
        readonly deliveredAt?: Schemas["NullableInstantFilter"];
        readonly openedAt?: Schemas["NullableInstantFilter"];
        readonly clickedAt?: Schemas["NullableInstantFilter"];
        readonly repliedAt?: Schemas["NullableInstantFilter"];
        readonly bouncedAt?: Schemas["NullableInstantFilter"];
        readonly complainedAt?: Schemas["NullableInstantFilter"];
        readonly unsubscribedAt?: Schemas["NullableInstantFilter"];
    };
    /**
     * Filter of notes
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfNotes: {
        /** @description How a value is to be. */
        readonly at?: {
            /**
             * Format: date-time
             * @description Is greater, or later.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly gt?: string;
            /**
             * Format: date-time
             * @description Is this or greater, or later.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly gte?: string;
            /**
             * Format: date-time
             * @description Is less, or earlier.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly lt?: string;
            /**
             * Format: date-time
             * @description Is this or less, or earlier.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly lte?: string;
        };
        /** @description How a value is to be. */
        readonly channel?: {
            /**
             * @description Is this.
             * @example welcome
             */
            readonly eq?: string;
            /** @description Is one of these. */
            readonly in?: readonly string[];
        };
        /** @description How a value is to be. */
        readonly id?: Record<string, unknown>;
    };
    /**
     * Filter of offers
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfOffers: {
        /** @description How a value that may be absent is to be. */
        readonly kind?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "percent-off" | "amount-off" | "free-delivery" | "gift" | "upgrade" | "content";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "percent-off" | "amount-off" | "free-delivery" | "gift" | "upgrade" | "content";
            /** @description Is one of these. */
            readonly in?: readonly ("percent-off" | "amount-off" | "free-delivery" | "gift" | "upgrade" | "content")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("percent-off" | "amount-off" | "free-delivery" | "gift" | "upgrade" | "content")[];
            /** @description Is nothing (true), or is anything (false). */
            readonly null?: boolean;
        };
        readonly percent?: Schemas["NullableNumberFilter"];
        readonly amount?: Schemas["NullableNumberFilter"];
        readonly currency?: Schemas["NullableTextFilter"];
        readonly code?: Schemas["NullableTextFilter"];
        readonly url?: Schemas["NullableTextFilter"];
        readonly validFrom?: Schemas["NullableTextFilter"];
        readonly validUntil?: Schemas["NullableTextFilter"];
        readonly timesPerCustomer?: Schemas["NullableIntegerFilter"];
        readonly brand?: Schemas["NullableTextFilter"];
        readonly phaseSet?: Schemas["NullableTextFilter"];
        readonly phase?: Schemas["NullableTextFilter"];
        readonly key?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published" | "changed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published" | "changed";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published" | "changed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published" | "changed")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly revision?: Schemas["IntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly reviewDueAt?: Schemas["NullableInstantFilter"];
        readonly archived?: Schemas["BooleanFilter"];
    };
    /**
     * Filter of operations
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfOperations: {
        readonly id?: Schemas["IdFilter"];
        /** @description How a value is to be. */
        readonly action?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "exit" | "move" | "skip" | "retry" | "migrate" | "resume";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "exit" | "move" | "skip" | "retry" | "migrate" | "resume";
            /** @description Is one of these. */
            readonly in?: readonly ("exit" | "move" | "skip" | "retry" | "migrate" | "resume")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("exit" | "move" | "skip" | "retry" | "migrate" | "resume")[];
        };
        readonly journey?: Schemas["NullableTextFilter"];
        readonly requestedAt?: Schemas["InstantFilter"];
    };
    /**
     * Filter of pauses
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfPauses: {
        readonly id?: Schemas["IdFilter"];
        readonly ended?: Schemas["BooleanFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly until?: Schemas["NullableInstantFilter"];
    };
    /**
     * Filter of personas
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfPersonas: {
        readonly photoUrl?: Schemas["NullableTextFilter"];
        readonly key?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published" | "changed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published" | "changed";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published" | "changed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published" | "changed")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly revision?: Schemas["IntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly reviewDueAt?: Schemas["NullableInstantFilter"];
        readonly archived?: Schemas["BooleanFilter"];
    };
    /**
     * Filter of phase sets
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfPhaseSets: {
        readonly key?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published" | "changed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published" | "changed";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published" | "changed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published" | "changed")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly revision?: Schemas["IntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly reviewDueAt?: Schemas["NullableInstantFilter"];
        readonly archived?: Schemas["BooleanFilter"];
    };
    /**
     * Filter of releases
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfReleases: {
        readonly id?: Schemas["IdFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "open" | "scheduled" | "published" | "rolled-back";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "open" | "scheduled" | "published" | "rolled-back";
            /** @description Is one of these. */
            readonly in?: readonly ("open" | "scheduled" | "published" | "rolled-back")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("open" | "scheduled" | "published" | "rolled-back")[];
        };
        readonly createdBy?: Schemas["TextFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
    };
    /**
     * Filter of reviews
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfReviews: {
        readonly id?: Schemas["IdFilter"];
        readonly type?: Schemas["TextFilter"];
        readonly key?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        readonly owner?: Schemas["NullableTextFilter"];
        readonly dueAt?: Schemas["InstantFilter"];
        readonly lastReviewedAt?: Schemas["NullableInstantFilter"];
    };
    /**
     * Filter of segment members
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfSegmentMembers: {
        /** @description How a value is to be. */
        readonly enteredAt?: {
            /**
             * Format: date-time
             * @description Is greater, or later.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly gt?: string;
            /**
             * Format: date-time
             * @description Is this or greater, or later.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly gte?: string;
            /**
             * Format: date-time
             * @description Is less, or earlier.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly lt?: string;
            /**
             * Format: date-time
             * @description Is this or less, or earlier.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly lte?: string;
        };
        /** @description How a value is to be. */
        readonly number?: {
            /**
             * @description Is this.
             * @example 8812345678901234
             */
            readonly eq?: string;
        };
    };
    /**
     * Filter of segments
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfSegments: {
        readonly description?: Schemas["NullableTextFilter"];
        /** @description How a value that may be absent is to be. */
        readonly kind?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "dynamic" | "static";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "dynamic" | "static";
            /** @description Is one of these. */
            readonly in?: readonly ("dynamic" | "static")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("dynamic" | "static")[];
            /** @description Is nothing (true), or is anything (false). */
            readonly null?: boolean;
        };
        readonly key?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published" | "changed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published" | "changed";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published" | "changed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published" | "changed")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly revision?: Schemas["IntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly reviewDueAt?: Schemas["NullableInstantFilter"];
        readonly archived?: Schemas["BooleanFilter"];
    };
    /**
     * Filter of sessions
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfSessions: {
        readonly id?: Schemas["IdFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly lastUsedAt?: Schemas["InstantFilter"];
        readonly address?: Schemas["TextFilter"];
    };
    /**
     * Filter of suppressions
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfSuppressions: {
        readonly id?: Schemas["IdFilter"];
        /** @description How a value is to be. */
        readonly channel?: {
            /**
             * @description Is this.
             * @example welcome
             */
            readonly eq?: string;
            /** @description Is one of these. */
            readonly in?: readonly string[];
        };
        /** @description How a value is to be. */
        readonly address?: {
            /**
             * @description Is this.
             * @example welcome
             */
            readonly eq?: string;
            /** @description Is one of these. */
            readonly in?: readonly string[];
            /**
             * @description Begins with this, as it is written.
             * @example welcome
             */
            readonly starts?: string;
        };
        /** @description How a value is to be. */
        readonly reason?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "bounced" | "complained" | "requested" | "invalid" | "legal" | "manual";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "bounced" | "complained" | "requested" | "invalid" | "legal" | "manual";
            /** @description Is one of these. */
            readonly in?: readonly ("bounced" | "complained" | "requested" | "invalid" | "legal" | "manual")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("bounced" | "complained" | "requested" | "invalid" | "legal" | "manual")[];
        };
        readonly createdAt?: Schemas["InstantFilter"];
        readonly expiresAt?: Schemas["NullableInstantFilter"];
    };
    /**
     * Filter of survey answers
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfSurveyAnswers: {
        readonly id?: Schemas["IdFilter"];
        readonly customerId?: Schemas["NullableTextFilter"];
        readonly journey?: Schemas["NullableTextFilter"];
        readonly step?: Schemas["TextFilter"];
        readonly version?: Schemas["IntegerFilter"];
        readonly score?: Schemas["IntegerFilter"];
        readonly answeredAt?: Schemas["InstantFilter"];
    };
    /**
     * Filter of surveys
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfSurveys: {
        /** @description How a value that may be absent is to be. */
        readonly kind?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "nps" | "csat-5" | "csat-7" | "ces" | "yes-no";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "nps" | "csat-5" | "csat-7" | "ces" | "yes-no";
            /** @description Is one of these. */
            readonly in?: readonly ("nps" | "csat-5" | "csat-7" | "ces" | "yes-no")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("nps" | "csat-5" | "csat-7" | "ces" | "yes-no")[];
            /** @description Is nothing (true), or is anything (false). */
            readonly null?: boolean;
        };
        readonly touchpoint?: Schemas["NullableTextFilter"];
        readonly brand?: Schemas["NullableTextFilter"];
        readonly expiresAfter?: Schemas["NullableTextFilter"];
        readonly key?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published" | "changed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published" | "changed";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published" | "changed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published" | "changed")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly revision?: Schemas["IntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly reviewDueAt?: Schemas["NullableInstantFilter"];
        readonly archived?: Schemas["BooleanFilter"];
    };
    /**
     * Filter of teams
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfTeams: {
        readonly key?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published" | "changed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published" | "changed";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published" | "changed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published" | "changed")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly revision?: Schemas["IntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly reviewDueAt?: Schemas["NullableInstantFilter"];
        readonly archived?: Schemas["BooleanFilter"];
    };
    /**
     * Filter of thing reviews
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfThingReviews: {
        readonly id?: Schemas["IdFilter"];
        /** @description How a value is to be. */
        readonly outcome?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "keep" | "change" | "retire";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "keep" | "change" | "retire";
            /** @description Is one of these. */
            readonly in?: readonly ("keep" | "change" | "retire")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("keep" | "change" | "retire")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly by?: Schemas["TextFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
    };
    /**
     * Filter of timeline
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfTimeline: {
        /** @description How a value is to be. */
        readonly at?: {
            /**
             * Format: date-time
             * @description Is greater, or later.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly gt?: string;
            /**
             * Format: date-time
             * @description Is this or greater, or later.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly gte?: string;
            /**
             * Format: date-time
             * @description Is less, or earlier.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly lt?: string;
            /**
             * Format: date-time
             * @description Is this or less, or earlier.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly lte?: string;
        };
        /** @description How a value is to be. */
        readonly kind?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "event" | "note" | "message" | "journey" | "call";
            /** @description Is one of these. */
            readonly in?: readonly ("event" | "note" | "message" | "journey" | "call")[];
        };
        /** @description How a value is to be. */
        readonly layer?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "behavioural" | "transactional" | "demographic" | "anecdotal";
            /** @description Is one of these. */
            readonly in?: readonly ("behavioural" | "transactional" | "demographic" | "anecdotal")[];
        };
        /** @description How a value is to be. */
        readonly channel?: {
            /**
             * @description Is this.
             * @example welcome
             */
            readonly eq?: string;
            /** @description Is one of these. */
            readonly in?: readonly string[];
        };
        /** @description How a value is to be. */
        readonly name?: {
            /**
             * @description Is this.
             * @example welcome
             */
            readonly eq?: string;
            /** @description Is one of these. */
            readonly in?: readonly string[];
            /**
             * @description Begins with this, as it is written.
             * @example welcome
             */
            readonly starts?: string;
        };
        /** @description How a value is to be. */
        readonly id?: Record<string, unknown>;
    };
    /**
     * Filter of topics
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfTopics: {
        /** @description How a value that may be absent is to be. */
        readonly basis?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "opt-out" | "opt-in";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "opt-out" | "opt-in";
            /** @description Is one of these. */
            readonly in?: readonly ("opt-out" | "opt-in")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("opt-out" | "opt-in")[];
            /** @description Is nothing (true), or is anything (false). */
            readonly null?: boolean;
        };
        readonly confirm?: Schemas["NullableBooleanFilter"];
        readonly order?: Schemas["NullableIntegerFilter"];
        readonly key?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published" | "changed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published" | "changed";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published" | "changed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published" | "changed")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly revision?: Schemas["IntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly reviewDueAt?: Schemas["NullableInstantFilter"];
        readonly archived?: Schemas["BooleanFilter"];
    };
    /**
     * Filter of touchpoints
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfTouchpoints: {
        /** @description How a value that may be absent is to be. */
        readonly kind?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "physical" | "digital" | "human" | "device";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "physical" | "digital" | "human" | "device";
            /** @description Is one of these. */
            readonly in?: readonly ("physical" | "digital" | "human" | "device")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("physical" | "digital" | "human" | "device")[];
            /** @description Is nothing (true), or is anything (false). */
            readonly null?: boolean;
        };
        readonly channel?: Schemas["NullableTextFilter"];
        /** @description How a value that may be absent is to be. */
        readonly direction?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "inbound" | "outbound" | "both";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "inbound" | "outbound" | "both";
            /** @description Is one of these. */
            readonly in?: readonly ("inbound" | "outbound" | "both")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("inbound" | "outbound" | "both")[];
            /** @description Is nothing (true), or is anything (false). */
            readonly null?: boolean;
        };
        readonly phaseSet?: Schemas["NullableTextFilter"];
        readonly phase?: Schemas["NullableTextFilter"];
        readonly department?: Schemas["NullableTextFilter"];
        readonly policy?: Schemas["NullableTextFilter"];
        readonly key?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published" | "changed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published" | "changed";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published" | "changed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published" | "changed")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly revision?: Schemas["IntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly reviewDueAt?: Schemas["NullableInstantFilter"];
        readonly archived?: Schemas["BooleanFilter"];
    };
    /**
     * Filter of traits
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfTraits: {
        readonly trait?: Schemas["NullableTextFilter"];
        readonly indexed?: Schemas["NullableBooleanFilter"];
        readonly personal?: Schemas["NullableBooleanFilter"];
        readonly key?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published" | "changed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published" | "changed";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published" | "changed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published" | "changed")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly revision?: Schemas["IntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly reviewDueAt?: Schemas["NullableInstantFilter"];
        readonly archived?: Schemas["BooleanFilter"];
    };
    /**
     * Filter of usages
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfUsages: {
        readonly id?: Schemas["IdFilter"];
        readonly type?: Schemas["TextFilter"];
        readonly key?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly side?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published")[];
        };
    };
    /**
     * Filter of users
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfUsers: {
        readonly id?: Schemas["IdFilter"];
        readonly email?: Schemas["TextFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "active" | "invited" | "disabled";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "active" | "invited" | "disabled";
            /** @description Is one of these. */
            readonly in?: readonly ("active" | "invited" | "disabled")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("active" | "invited" | "disabled")[];
        };
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly lastSignInAt?: Schemas["NullableInstantFilter"];
    };
    /**
     * Filter of versions
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfVersions: {
        readonly number?: Schemas["IntegerFilter"];
        readonly publishedAt?: Schemas["InstantFilter"];
        readonly publishedBy?: Schemas["TextFilter"];
    };
    /**
     * Filter of webhook deliveries
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfWebhookDeliveries: {
        readonly id?: Schemas["IdFilter"];
        readonly event?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "waiting" | "sending" | "delivered" | "dead";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "waiting" | "sending" | "delivered" | "dead";
            /** @description Is one of these. */
            readonly in?: readonly ("waiting" | "sending" | "delivered" | "dead")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("waiting" | "sending" | "delivered" | "dead")[];
        };
        readonly attempts?: Schemas["IntegerFilter"];
        readonly responseStatus?: Schemas["NullableIntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly finishedAt?: Schemas["NullableInstantFilter"];
    };
    /**
     * Filter of webhooks
     * @description What the entries have to be: all of it.
     */
    readonly FilterOfWebhooks: {
        readonly key?: Schemas["TextFilter"];
        readonly url?: Schemas["NullableTextFilter"];
        readonly active?: Schemas["NullableBooleanFilter"];
        readonly name?: Schemas["TextFilter"];
        /** @description How a value is to be. */
        readonly status?: {
            /**
             * @description Is this.
             * @enum {string}
             */
            readonly eq?: "draft" | "published" | "changed";
            /**
             * @description Is not this, or is nothing.
             * @enum {string}
             */
            readonly ne?: "draft" | "published" | "changed";
            /** @description Is one of these. */
            readonly in?: readonly ("draft" | "published" | "changed")[];
            /** @description Is none of these. */
            readonly nin?: readonly ("draft" | "published" | "changed")[];
        };
        readonly version?: Schemas["NullableIntegerFilter"];
        readonly revision?: Schemas["IntegerFilter"];
        readonly createdAt?: Schemas["InstantFilter"];
        readonly updatedAt?: Schemas["InstantFilter"];
        readonly publishedAt?: Schemas["NullableInstantFilter"];
        readonly scheduledAt?: Schemas["NullableInstantFilter"];
        readonly reviewDueAt?: Schemas["NullableInstantFilter"];
        readonly archived?: Schemas["BooleanFilter"];
    };
    /**
     * Finding
     * @description Something worth telling about a document.
     */
    readonly Finding: {
        /**
         * @description Stable, for programs.
         * @example content.unknown-reference
         */
        readonly code: string;
        /**
         * @description An error stops a publish; a warning does not.
         * @enum {string}
         */
        readonly severity: "error" | "warning";
        /**
         * @description JSON pointer (RFC 6901) to what it is about.
         * @example /policy
         */
        readonly pointer: string;
        /**
         * @description What is the matter, for people.
         * @example There is no channel policy 'defualt'.
         */
        readonly message: string;
        /**
         * @description What was probably meant.
         * @example default
         */
        readonly suggestion?: string;
    };
    /**
     * Happening
     * @description Something that happens in a simulation. What it has beside its time goes by its type.
     */
    readonly Happening: {
        /**
         * Format: date-time
         * @description When, on the virtual clock.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly at: string;
        /**
         * @description How long after the beginning.
         * @example +3d
         */
        readonly after: string;
        /**
         * @description An event arrives; the customer enters or is refused; a step is left; a message is sent; what would have acknowledged an answer is not sent; another system is called; a goal is reached; another journey is entered or left; the passage ends.
         * @enum {string}
         */
        readonly type: "event" | "enters" | "refused" | "step" | "sends" | "unacknowledged" | "calls" | "goal" | "journey" | "ends";
        /**
         * @description Which passage, counted from 0.
         * @example 0
         */
        readonly enrollment?: number;
        /**
         * @description Counts the steps of the passage from 1.
         * @example 1
         */
        readonly visit?: number;
        /**
         * @description Of a step that is left, or of the message.
         * @example hello
         */
        readonly step?: string;
        /**
         * @description How a step is left; why the customer is refused, or an answer is not acknowledged.
         * @example event
         */
        readonly code?: string;
        /** @description What decided; null where there is nothing to tell. */
        readonly detail?: Record<string, unknown> | null;
        /**
         * @description Of a step: why it was left.
         * @example Went on after 1 day.
         */
        readonly words?: string;
        /**
         * @description The name of the event.
         * @example account.created
         */
        readonly event?: string;
        /** @description What the event carries. */
        readonly properties?: Record<string, unknown>;
        /** @description Whether a step has raised the event. */
        readonly emitted?: boolean;
        /** @description Whether whoever enters is in the control group. */
        readonly heldOut?: boolean;
        /**
         * @description The message template.
         * @example welcome
         */
        readonly template?: string;
        /**
         * @description The survey whose answer the message acknowledges; left out for a message of the step.
         * @example nps
         */
        readonly acknowledges?: string;
        /**
         * @description The survey whose answer is not acknowledged.
         * @example nps
         */
        readonly survey?: string;
        /**
         * @description What the message goes by.
         * @example email
         */
        readonly channel?: string;
        /** @description The message as the customer would read it, or the `failure` of its template; null on a channel that has no text of ours. */
        readonly content?: Record<string, unknown> | null;
        /** @description What another system would be told. */
        readonly call?: Record<string, unknown>;
        /**
         * @description The key of the goal.
         * @example first-report
         */
        readonly goal?: string;
        /**
         * @description What reaching the goal is worth; null where that is not told.
         * @example 49
         */
        readonly value?: number | null;
        /**
         * @description The key of the other journey.
         * @example onboarding
         */
        readonly journey?: string;
        /**
         * @description Whether the other journey is entered or left.
         * @enum {string}
         */
        readonly way?: "enter" | "leave";
        /**
         * @description Why the passage ends.
         * @example completed
         */
        readonly reason?: string;
    };
    /**
     * Health of a connector
     * @description Whether the provider answered, with the settings as they are now.
     */
    readonly HealthOfAConnector: {
        /**
         * @description Whether it can be used.
         * @example up
         * @enum {string}
         */
        readonly status: "up" | "down";
        /**
         * @description What is wrong, without secrets.
         * @example The login was refused.
         */
        readonly detail: string | null;
        /**
         * @description How long it took, in milliseconds.
         * @example 42
         */
        readonly durationMs: number;
    };
    /**
     * History record
     * @description Something that happened to an enrollment.
     */
    readonly HistoryRecord: {
        /**
         * @description It began; a step was left; what became of a message; a goal was reached; it ended; or, last, what it waits for.
         * @example step
         * @enum {string}
         */
        readonly kind: "entered" | "step" | "message" | "goal" | "ended" | "waiting";
        /**
         * @description Counts the steps of the passage from 1; null for what is of no step.
         * @example 1
         */
        readonly visit: number | null;
        /**
         * @description The key of the step.
         * @example hello
         */
        readonly step: string | null;
        /**
         * @description The type of a step that was left.
         * @example message
         */
        readonly type: string | null;
        /**
         * Format: date-time
         * @description When it happened; for what is waited for, since when.
         */
        readonly at: string;
        /**
         * @description What happened, for programs: how a step was left, the status of a message.
         * @example queued
         */
        readonly code: string;
        /** @description What decided. */
        readonly detail: Record<string, unknown> | null;
        /**
         * @description What happened, for people, in the language of `locale`.
         * @example An email was queued.
         */
        readonly words: string;
    };
    /**
     * Id filter
     * @description How a value is to be.
     */
    readonly IdFilter: {
        /**
         * @description Is this.
         * @example 8812345678901234
         */
        readonly eq?: string;
        /**
         * @description Is not this, or is nothing.
         * @example 8812345678901234
         */
        readonly ne?: string;
        /** @description Is one of these. */
        readonly in?: readonly string[];
        /** @description Is none of these. */
        readonly nin?: readonly string[];
        /**
         * @description Is greater, or later.
         * @example 8812345678901234
         */
        readonly gt?: string;
        /**
         * @description Is this or greater, or later.
         * @example 8812345678901234
         */
        readonly gte?: string;
        /**
         * @description Is less, or earlier.
         * @example 8812345678901234
         */
        readonly lt?: string;
        /**
         * @description Is this or less, or earlier.
         * @example 8812345678901234
         */
        readonly lte?: string;
    };
    /**
     * Identity
     * @description An id that leads to a customer.
     */
    readonly Identity: {
        /**
         * @description Leads to the customer wherever it stands for one.
         * @example c-1042
         */
        readonly id: string;
        /**
         * @description Whether it is an id of your own, or of a device (`anonymous`).
         * @enum {string}
         */
        readonly kind: "known" | "anonymous";
        /**
         * @description The id that the customer is shown by.
         * @example true
         */
        readonly own: boolean;
        /**
         * Format: date-time
         * @description Since when it leads there.
         */
        readonly since: string;
    };
    /**
     * Import base
     * @description What the caller remembers of the last time that both sides were the same. With it, what changed there alone is kept, and what changed on both sides is a conflict.
     */
    readonly ImportBase: {
        /**
         * @description Of which installation; it counts for no other.
         * @example 2vq1hl9xe3k
         */
        readonly instance: string;
        /** @description By `type/key`, the hash of the draft. */
        readonly hashes: {
            readonly [key: string]: string;
        };
    };
    /**
     * Import of suppressions
     * @description What became of the lines.
     */
    readonly ImportOfSuppressions: {
        /**
         * @description Addresses that are on the list now.
         * @example 998
         */
        readonly added: number;
        /**
         * @description On the list already; their entries stay as they are.
         * @example 1
         */
        readonly known: number;
        /**
         * @description Lines that hold no address of the channel.
         * @example 1
         */
        readonly rejected: number;
        /** @description The first hundred of them. */
        readonly rejectedLines: readonly {
            /**
             * @description Counted from 1.
             * @example 7
             */
            readonly line: number;
            /**
             * @description What stands there, shortened to 100 characters.
             * @example ada at example.com
             */
            readonly text: string;
        }[];
    };
    /**
     * Import plan
     * @description What an import does, or would do.
     */
    readonly ImportPlan: {
        /**
         * @description Names the installation.
         * @example 2vq1hl9xe3k
         */
        readonly instance: string;
        /** @description True once it has been carried out. */
        readonly applied: boolean;
        /** @description False with an error or a conflict in it. */
        readonly applicable: boolean;
        /**
         * @description Give it back as `plan` to carry out this plan and no other.
         * @example q3TzWm1kVb0cYx8dHs7LfA
         */
        readonly digest: string;
        /** @description How many things, by action. */
        readonly counts: {
            readonly [key: string]: number;
        };
        /** @description Every thing of the import, then what is pruned. */
        readonly things: readonly Schemas["PlannedThing"][];
        /** @description Errors stop the import, warnings do not. */
        readonly findings: readonly Schemas["ThingFinding"][];
        /** @description Files of an archive that cannot be read. */
        readonly defects: readonly Schemas["FileDefect"][];
        /** @description Names of secrets whose value came with the import, and of those that keep the value stored. */
        readonly secrets: {
            /** @description With a value. */
            readonly given: readonly string[];
            /** @description Without one. */
            readonly kept: readonly string[];
        };
    };
    /**
     * Instant filter
     * @description How a value is to be.
     */
    readonly InstantFilter: {
        /**
         * Format: date-time
         * @description Is this.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly eq?: string;
        /**
         * Format: date-time
         * @description Is not this, or is nothing.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly ne?: string;
        /** @description Is one of these. */
        readonly in?: readonly string[];
        /** @description Is none of these. */
        readonly nin?: readonly string[];
        /**
         * Format: date-time
         * @description Is greater, or later.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly gt?: string;
        /**
         * Format: date-time
         * @description Is this or greater, or later.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly gte?: string;
        /**
         * Format: date-time
         * @description Is less, or earlier.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly lt?: string;
        /**
         * Format: date-time
         * @description Is this or less, or earlier.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly lte?: string;
    };
    /**
     * Integer filter
     * @description How a value is to be.
     */
    readonly IntegerFilter: {
        /**
         * @description Is this.
         * @example 3
         */
        readonly eq?: number;
        /**
         * @description Is not this, or is nothing.
         * @example 3
         */
        readonly ne?: number;
        /** @description Is one of these. */
        readonly in?: readonly number[];
        /** @description Is none of these. */
        readonly nin?: readonly number[];
        /**
         * @description Is greater, or later.
         * @example 3
         */
        readonly gt?: number;
        /**
         * @description Is this or greater, or later.
         * @example 3
         */
        readonly gte?: number;
        /**
         * @description Is less, or earlier.
         * @example 3
         */
        readonly lt?: number;
        /**
         * @description Is this or less, or earlier.
         * @example 3
         */
        readonly lte?: number;
    };
    /**
     * Invitation
     * @description What a user sets a password with.
     */
    readonly Invitation: {
        /**
         * @description For POST /auth/password-reset: once, and only in this answer.
         * @example prl_4nHq0b7m2cUuK1sY8eTzXvWdJfLgPoRiQaNhBkMxCwE
         */
        readonly token: string;
        /**
         * Format: date-time
         * @description Until when it can be taken up.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly expiresAt: string;
    };
    /**
     * Item error
     * @description One defect of an item.
     */
    readonly ItemError: {
        /**
         * @description JSON pointer to it in the request.
         * @example /1/event
         */
        readonly pointer: string;
        /**
         * @description Stable.
         * @example schema.missing-member
         */
        readonly code: string;
        /**
         * @description What is wrong and how to put it right.
         * @example 'event' is missing.
         */
        readonly detail: string;
    };
    /** JSON Schema */
    readonly JSONSchema: Record<string, unknown>;
    /**
     * Journey definition
     * @description What a journey does: who enters, when they leave, and the steps in between.
     */
    readonly JourneyDefinition: {
        /**
         * Entry
         * @description Who enters, and when.
         */
        readonly entry: {
            /** @description Any of these lets a customer in. */
            readonly triggers: readonly ({
                /** @constant */
                readonly type: "event";
                readonly event: Schemas["EventName"];
                readonly where?: Schemas["Condition"];
            } | {
                /** @constant */
                readonly type: "api";
            } | {
                /** @constant */
                readonly type: "segment";
                readonly segment: Schemas["Key"];
                /**
                 * @description enter: they come into it. exit: they go out of it.
                 * @enum {unknown}
                 */
                readonly on: "enter" | "exit";
            } | {
                /** @constant */
                readonly type: "persona";
                readonly persona: Schemas["Key"];
                /**
                 * @description enter: they come into it. exit: they go out of it.
                 * @enum {unknown}
                 */
                readonly on: "enter" | "exit";
            } | {
                /** @constant */
                readonly type: "schedule";
                readonly segment: Schemas["Key"];
                /**
                 * @description A rule of RFC 5545: FREQ (DAILY, WEEKLY, MONTHLY, YEARLY), INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, COUNT, UNTIL.
                 * @example FREQ=WEEKLY;BYDAY=MO
                 */
                readonly rrule: string;
                /**
                 * @description The first day; INTERVAL and COUNT are reckoned from it.
                 * @example 2026-03-02
                 */
                readonly from?: string;
                /**
                 * @description The time of day, HH:MM.
                 * @example 09:00
                 */
                readonly at: string;
                /** @default customer */
                readonly timezone?: Schemas["Timezone"];
            } | {
                /** @constant */
                readonly type: "date";
                /**
                 * @description A trait that holds a date, or an RFC 3339 instant: its day where the customer is.
                 * @example birthday
                 */
                readonly trait: string;
                /**
                 * @description Days or weeks before (-) or after (+).
                 * @default 0d
                 * @example -3d
                 */
                readonly offset?: string;
                /**
                 * @description The time of day, HH:MM.
                 * @example 09:00
                 */
                readonly at: string;
                /** @default customer */
                readonly timezone?: Schemas["Timezone"];
                /**
                 * @description never: on the date itself. yearly: also every year after; 29 February falls on the 28th.
                 * @default never
                 * @enum {unknown}
                 */
                readonly repeat?: "never" | "yearly";
            })[];
            /** @description Who may enter. */
            readonly condition?: Schemas["Condition"];
            /**
             * Re-entry
             * @description Who may come again. With a key, the rules hold for each value of the key apart.
             */
            readonly reentry?: {
                /**
                 * @description never: once for ever. after-exit: when no passage is running. always: passages may run side by side, but with a key only one per value.
                 * @default never
                 * @enum {unknown}
                 */
                readonly mode?: "never" | "after-exit" | "always";
                /**
                 * @description Rest after the last passage ended.
                 * @example 30d
                 */
                readonly cooldown?: string;
                /**
                 * @description One enrollment per value of this path.
                 * @example event.order_id
                 */
                readonly key?: string;
            };
            /**
             * @description Share of customers that enter but receive nothing, to measure what the journey does; the same ones every time.
             * @example 0.05
             */
            readonly holdout?: number;
            /** @description Lets so many customers in a window of time; the rest waits its turn, in order. */
            readonly limit?: {
                /**
                 * @description The most that enter in one window.
                 * @example 10000
                 */
                readonly max: number;
                /** @description How long a window lasts; it begins with the first who enters. */
                readonly per: Schemas["Duration"];
            };
        };
        /** @description Leave at once, from any step, when one of these fires. */
        readonly exit?: readonly {
            readonly event?: Schemas["EventName"];
            readonly where?: Schemas["Condition"];
            readonly condition?: Schemas["Condition"];
        }[];
        /** @description What the journey is for. Each counts once per enrollment. */
        readonly goals?: readonly {
            /** @description The name of the goal, in figures. */
            readonly key: string;
            readonly event: Schemas["EventName"];
            readonly where?: Schemas["Condition"];
            /** @description How long after entering it counts, also after the journey has ended. */
            readonly within?: Schemas["Duration"];
            /**
             * @description Ends the journey at once.
             * @default false
             */
            readonly exits?: boolean;
            /**
             * @description A path to what it is worth, a number.
             * @example event.amount
             */
            readonly value?: string;
        }[];
        /** @description The key of the first step. */
        readonly start: Schemas["StepKey"];
        /** @description The steps by key. */
        readonly steps: {
            readonly [key: string]: Schemas["StepMessage"] | Schemas["StepWait"] | Schemas["StepWaitFor"] | Schemas["StepBranch"] | Schemas["StepSplit"] | Schemas["StepChoice"] | Schemas["StepSurvey"] | Schemas["StepOffer"] | Schemas["StepUpdate"] | Schemas["StepEmit"] | Schemas["StepHttp"] | Schemas["StepAction"] | Schemas["StepJourney"] | Schemas["StepExit"] | Schemas["StepPlugin"];
        };
    };
    /**
     * Journey map
     * @description What customers do, want, ask and feel, by phase and touchpoint, as it is or as it is to be.
     */
    readonly JourneyMap: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example first-order
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description As it is, or as it is to be.
         * @example current
         * @enum {string}
         */
        readonly kind?: "current" | "future";
        /**
         * @description The scenario: who wants what, and where it starts.
         * @example Nadia needs a present by Friday
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /** @description The persona whose way it is. */
        readonly persona?: string;
        /**
         * @description The set that its phases are of.
         * @example lifecycle
         */
        readonly phaseSet?: string;
        /** @description The journeys that run along it. */
        readonly journeyTemplates?: readonly string[];
        /** @description The phases that it shows, in order. */
        readonly phases?: readonly {
            /**
             * @description The key of a phase in the set.
             * @example awareness
             */
            readonly phase?: string;
            /** @description In the order in which they happen. */
            readonly moments?: readonly {
                /**
                 * @description The key of a touchpoint.
                 * @example website
                 */
                readonly touchpoint?: string;
                /** @description What the customer wants to have done afterwards. */
                readonly goals?: readonly (string | {
                    readonly [key: string]: string;
                })[];
                /** @description What the customer does. */
                readonly actions?: readonly (string | {
                    readonly [key: string]: string;
                })[];
                /** @description Why they do it. */
                readonly motivations?: readonly (string | {
                    readonly [key: string]: string;
                })[];
                /** @description What they ask themselves. */
                readonly questions?: readonly (string | {
                    readonly [key: string]: string;
                })[];
                /** @description What makes it hard. */
                readonly friction?: readonly {
                    /**
                     * @description A stable name, so that another map can say that it is eased.
                     * @example slow-answer
                     */
                    readonly key?: string;
                    /** @description What makes it hard. */
                    readonly text?: string | {
                        readonly [key: string]: string;
                    };
                    /** @description 1: a nuisance. 5: customers leave. */
                    readonly severity?: number;
                }[];
                /** @description From −2 (the worst) to +2 (the best). */
                readonly emotion?: number;
                /** @description The emotion in a word or two. */
                readonly feeling?: string | {
                    readonly [key: string]: string;
                };
                /** @description How this is known: a survey, an interview, a report. */
                readonly evidence?: readonly {
                    /**
                     * @description What it is.
                     * @example Survey of May
                     */
                    readonly title?: string | {
                        readonly [key: string]: string;
                    };
                    /**
                     * Format: uri
                     * @description Where it can be read.
                     * @example https://wiki.example/survey
                     */
                    readonly url?: string;
                }[];
            }[];
        }[];
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
        /**
         * @description Changed: published, and the draft has moved on since.
         * @example published
         * @enum {string}
         */
        readonly status: "draft" | "published" | "changed";
        /**
         * @description The number of the published version.
         * @example 3
         */
        readonly version: number | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 7
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When it was last published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When the draft is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
        /**
         * Format: date-time
         * @description With include=reviewDueAt: when it is to be reviewed; null without a review plan.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly reviewDueAt?: string | null;
    };
    /**
     * Journey map draft
     * @description A draft may be unfinished. To be published it needs kind, phaseSet, phases as well.
     */
    readonly JourneyMapDraft: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example first-order
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description As it is, or as it is to be.
         * @example current
         * @enum {string}
         */
        readonly kind?: "current" | "future";
        /**
         * @description The scenario: who wants what, and where it starts.
         * @example Nadia needs a present by Friday
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /** @description The persona whose way it is. */
        readonly persona?: string;
        /**
         * @description The set that its phases are of.
         * @example lifecycle
         */
        readonly phaseSet?: string;
        /** @description The journeys that run along it. */
        readonly journeyTemplates?: readonly string[];
        /** @description The phases that it shows, in order. */
        readonly phases?: readonly {
            /**
             * @description The key of a phase in the set.
             * @example awareness
             */
            readonly phase: string;
            /** @description In the order in which they happen. */
            readonly moments?: readonly {
                /**
                 * @description The key of a touchpoint.
                 * @example website
                 */
                readonly touchpoint: string;
                /** @description What the customer wants to have done afterwards. */
                readonly goals?: readonly (string | {
                    readonly [key: string]: string;
                })[];
                /** @description What the customer does. */
                readonly actions?: readonly (string | {
                    readonly [key: string]: string;
                })[];
                /** @description Why they do it. */
                readonly motivations?: readonly (string | {
                    readonly [key: string]: string;
                })[];
                /** @description What they ask themselves. */
                readonly questions?: readonly (string | {
                    readonly [key: string]: string;
                })[];
                /** @description What makes it hard. */
                readonly friction?: readonly {
                    /**
                     * @description A stable name, so that another map can say that it is eased.
                     * @example slow-answer
                     */
                    readonly key: string;
                    /** @description What makes it hard. */
                    readonly text: string | {
                        readonly [key: string]: string;
                    };
                    /** @description 1: a nuisance. 5: customers leave. */
                    readonly severity: number;
                }[];
                /** @description From −2 (the worst) to +2 (the best). */
                readonly emotion?: number;
                /** @description The emotion in a word or two. */
                readonly feeling?: string | {
                    readonly [key: string]: string;
                };
                /** @description How this is known: a survey, an interview, a report. */
                readonly evidence?: readonly {
                    /**
                     * @description What it is.
                     * @example Survey of May
                     */
                    readonly title: string | {
                        readonly [key: string]: string;
                    };
                    /**
                     * Format: uri
                     * @description Where it can be read.
                     * @example https://wiki.example/survey
                     */
                    readonly url: string;
                }[];
            }[];
        }[];
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
    };
    /**
     * Journey map patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     */
    readonly JourneyMapPatch: Record<string, unknown>;
    /**
     * Journey pause
     * @description Whether a journey is paused, and what waits for it to go on.
     */
    readonly JourneyPause: {
        /**
         * @description The key of the journey template.
         * @example welcome
         */
        readonly journey: string;
        /**
         * @description While it resumes, until its last lane goes on.
         * @example true
         */
        readonly paused: boolean;
        /**
         * @description What becomes of those under way.
         * @example hold
         * @enum {string|null}
         */
        readonly inFlight: "hold" | "drop" | null;
        /**
         * @description Why, for the history and the audit log.
         * @example The offer is over
         */
        readonly reason: string | null;
        /**
         * @description The name of who paused it.
         * @example Ada
         */
        readonly pausedBy: string | null;
        /**
         * Format: date-time
         * @description Since when.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly pausedAt: string | null;
        /** @description What waits. */
        readonly held: {
            /**
             * @description Enrollments whose time has come.
             * @example 12
             */
            readonly enrollments: number;
            /**
             * @description Events and outcomes kept for enrollments.
             * @example 3
             */
            readonly entries: number;
        };
        /**
         * @description The id of the operation that this call has started.
         * @example 8812345678901234
         */
        readonly operation: string | null;
    };
    /**
     * Journey replay
     * @description What a journey would have done.
     */
    readonly JourneyReplay: {
        /**
         * Format: date-time
         * @description The beginning of the window.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly from: string;
        /**
         * Format: date-time
         * @description Its end: now.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly to: string;
        /** @description False where the time was over before all customers were played. */
        readonly complete: boolean;
        /** @description What it goes by where the past is not on record. */
        readonly basis: {
            /**
             * @description Traits are those of now.
             * @constant
             */
            readonly traits: "now";
            /**
             * @description Consents are those of now.
             * @constant
             */
            readonly consents: "now";
            /**
             * @description Templates and policies are those published now.
             * @constant
             */
            readonly content: "published";
            /**
             * @description Nobody has been in the journey before.
             * @constant
             */
            readonly passages: "none-before";
        };
        /** @description Whose events were played. */
        readonly customers: {
            /**
             * @description How many customers.
             * @example 120
             */
            readonly played: number;
            /**
             * @description Those with an event in the window.
             * @example 120
             */
            readonly withEvents: number;
            /**
             * @description Those who entered at least once.
             * @example 120
             */
            readonly entered: number;
            /**
             * @description Those with more than 5,000 events, of which the first are played.
             * @example 120
             */
            readonly cutShort: number;
        };
        /** @description Who came in. */
        readonly entries: {
            /**
             * @description How often somebody entered.
             * @example 120
             */
            readonly entered: number;
            /**
             * @description Those among them who receive nothing.
             * @example 120
             */
            readonly heldOut: number;
            /** @description How often a trigger let nobody in, by why. */
            readonly refused: {
                readonly [key: string]: number;
            };
        };
        /** @description How passages ended. */
        readonly exits: {
            /** @description By the reason. */
            readonly reasons: {
                readonly [key: string]: number;
            };
            /**
             * @description How many have not.
             * @example 120
             */
            readonly underWay: number;
        };
        /** @description The goals that were reached. */
        readonly goals: readonly Schemas["ReplayedGoal"][];
        /** @description Every step, in the order of the definition. */
        readonly steps: readonly Schemas["ReplayedStep"][];
        /** @description What would have been sent. */
        readonly messages: {
            /**
             * @description All of them.
             * @example 120
             */
            readonly total: number;
            /** @description By the day in UTC; days without one are left out. */
            readonly perDay: readonly {
                /**
                 * Format: date
                 * @description The day.
                 * @example 2026-03-02
                 */
                readonly day: string;
                /**
                 * @description How many.
                 * @example 120
                 */
                readonly count: number;
            }[];
            /** @description By template. */
            readonly templates: {
                readonly [key: string]: number;
            };
            /** @description By channel. */
            readonly channels: {
                readonly [key: string]: number;
            };
            /** @description What the channel policy would have skipped, and why. */
            readonly skips: readonly {
                /**
                 * @description The step.
                 * @example hello
                 */
                readonly step: string;
                /**
                 * @description The code of the reason.
                 * @example no-address
                 */
                readonly reason: string;
                /**
                 * @description How often.
                 * @example 120
                 */
                readonly count: number;
            }[];
            /**
             * @description How many of the total go to addresses on the suppression list, and fail.
             * @example 120
             */
            readonly toSuppressed: number;
        };
        /** @description From entering to the end, of passages that ended. */
        readonly passage: {
            /**
             * @description How often it was measured.
             * @example 120
             */
            readonly count: number;
            /**
             * @description Half of them take no longer.
             * @example 86400000
             */
            readonly p50Ms: number | null;
            /**
             * @description 95 % of them take no longer.
             * @example 86400000
             */
            readonly p95Ms: number | null;
        };
    };
    /**
     * Journey template
     * @description Journeys: what lets customers in, the steps that they take, what lets them out.
     */
    readonly JourneyTemplate: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description For whoever edits it.
         * @example Ask marketing before changing it
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description The set that the phase is of; 'lifecycle' when left out.
         * @example real-estate
         */
        readonly phaseSet?: string;
        /**
         * @description The phase of the journey: the key of one in the set.
         * @example retention
         */
        readonly phase?: string;
        /** @description The journey document; its JSON Schema is at /api/v1/schemas/journey-definition. */
        readonly definition?: Record<string, unknown>;
        /** @description Tests of the journey on a virtual clock. They run at every publish; one that fails stops it. */
        readonly tests?: readonly {
            /**
             * @description What the test shows, as a sentence.
             * @example makes a report, then is thanked
             */
            readonly name?: string;
            /** @description A customer made up. */
            readonly customer?: {
                /**
                 * @description The id of the customer, who need not exist.
                 * @default customer
                 */
                readonly id?: string;
                /** @description An email address is added where there is none. */
                readonly traits?: Record<string, unknown>;
                /** @description Tags of the customer. */
                readonly tags?: readonly string[];
                /** @description Keys of segments that they are in at the beginning; of others their published rule is asked. */
                readonly segments?: readonly string[];
                /** @description Keys of personas that they are of at the beginning; of others their published rule is asked. */
                readonly personas?: readonly string[];
            };
            /**
             * Format: date-time
             * @description When it begins.
             * @default 2026-01-05T09:00:00Z
             */
            readonly at?: string;
            /** @description What happens to the customer, in any order. */
            readonly timeline?: readonly {
                /**
                 * @description An offset from the beginning, such as +3d, or an instant.
                 * @example +3d
                 */
                readonly at?: string;
                /**
                 * @description The name of an event, exactly as it is sent.
                 * @example account.created
                 */
                readonly event?: string;
                /** @description What the event carries. */
                readonly properties?: Record<string, unknown>;
                /** @description Merged into the traits with the event; null removes one. */
                readonly traits?: Record<string, unknown>;
                /** @description A trigger through the API, with its context. */
                readonly trigger?: Record<string, unknown>;
                /**
                 * @description The step of whose message `is` tells.
                 * @example hello
                 */
                readonly message?: string;
                /**
                 * @description How the message ends, or what the customer does with it.
                 * @enum {unknown}
                 */
                readonly is?: "sent" | "failed" | "delivered" | "opened" | "clicked" | "bounced" | "replied";
                /**
                 * @description The step of a choice, of which the customer chooses `option`.
                 * @example hello
                 */
                readonly choose?: string;
                /**
                 * @description The key of the option.
                 * @example call
                 */
                readonly option?: string;
                /**
                 * @description The step of a survey, to which the customer answers `score`.
                 * @example hello
                 */
                readonly answer?: string;
                /**
                 * @description The answer.
                 * @example 9
                 */
                readonly score?: number;
                /**
                 * @description What they add in words.
                 * @example Well done
                 */
                readonly comment?: string;
                /**
                 * @description A segment that the customer comes into, or goes out of.
                 * @example welcome
                 */
                readonly segment?: string;
                /**
                 * @description A persona that the customer comes to be of, or is no longer of.
                 * @example welcome
                 */
                readonly persona?: string;
                /**
                 * @description Of the segment or persona.
                 * @enum {unknown}
                 */
                readonly on?: "enter" | "exit";
            }[];
            /** @description What other systems answer to the steps that call them, by step. Nothing is called; a step that is left out is answered 200 with nothing in it. */
            readonly answers?: {
                readonly [key: string]: {
                    /**
                     * @description Anything but 200 to 299 is a failure.
                     * @default 200
                     */
                    readonly status?: number;
                    /**
                     * @description The way that the step of a plugin answers; next where it is left out.
                     * @example refused
                     */
                    readonly way?: string;
                    /** @description The body of an HTTP answer, or the output of an action or of a plugin. */
                    readonly body?: unknown;
                };
            };
            /**
             * @description When it ends at the latest.
             * @default +365d
             * @example +3d
             */
            readonly until?: string;
            /** @description What has to happen, and what must not. */
            readonly expect?: readonly {
                /**
                 * @description The template of a message, of a step or one that acknowledges the answer to a survey.
                 * @example welcome
                 */
                readonly sends?: string;
                /**
                 * @description The step of a message that is not sent, or whose answer is not acknowledged.
                 * @example hello
                 */
                readonly skips?: string;
                /**
                 * @description The reason: completed, goal, exit-rule, or that of an exit step.
                 * @example completed
                 */
                readonly exits?: string;
                /**
                 * @description The key of a goal.
                 * @example welcome
                 */
                readonly reaches?: string;
                /**
                 * @description A step that is left.
                 * @example hello
                 */
                readonly passes?: string;
                /**
                 * @description An event that a step raises.
                 * @example account.created
                 */
                readonly emits?: string;
                /**
                 * @description A step that calls another system.
                 * @example hello
                 */
                readonly calls?: string;
                /**
                 * @description A journey that a step, or the answer to a survey, sends the customer into.
                 * @example welcome
                 */
                readonly enters?: string;
                /**
                 * @description A journey that a step takes the customer out of.
                 * @example welcome
                 */
                readonly leaves?: string;
                /**
                 * @description Why the customer does not enter: condition-failed, already-active, cooldown.
                 * @example already-active
                 */
                readonly refused?: string;
                /**
                 * @description Of a message that is sent.
                 * @example email
                 */
                readonly channel?: string;
                /**
                 * @description How a step is left, or why a message is skipped.
                 * @example timeout
                 */
                readonly code?: string;
                /**
                 * @description Of an exit by a goal.
                 * @example welcome
                 */
                readonly goal?: string;
                /**
                 * @description When, to the minute.
                 * @example +3d
                 */
                readonly at?: string;
                /**
                 * @description When at the latest.
                 * @example +3d
                 */
                readonly before?: string;
                /**
                 * @description When at the earliest.
                 * @example +3d
                 */
                readonly after?: string;
                /**
                 * @description Where the customer is: at `at`, or at the end.
                 * @example hello
                 */
                readonly stands?: string;
                /** @description What must not happen. */
                readonly never?: {
                    /**
                     * @description The template of a message, of a step or one that acknowledges the answer to a survey.
                     * @example welcome
                     */
                    readonly sends?: string;
                    /**
                     * @description The step of a message that is not sent, or whose answer is not acknowledged.
                     * @example hello
                     */
                    readonly skips?: string;
                    /**
                     * @description The reason: completed, goal, exit-rule, or that of an exit step.
                     * @example completed
                     */
                    readonly exits?: string;
                    /**
                     * @description The key of a goal.
                     * @example welcome
                     */
                    readonly reaches?: string;
                    /**
                     * @description A step that is left.
                     * @example hello
                     */
                    readonly passes?: string;
                    /**
                     * @description An event that a step raises.
                     * @example account.created
                     */
                    readonly emits?: string;
                    /**
                     * @description A step that calls another system.
                     * @example hello
                     */
                    readonly calls?: string;
                    /**
                     * @description A journey that a step, or the answer to a survey, sends the customer into.
                     * @example welcome
                     */
                    readonly enters?: string;
                    /**
                     * @description A journey that a step takes the customer out of.
                     * @example welcome
                     */
                    readonly leaves?: string;
                    /**
                     * @description Why the customer does not enter: condition-failed, already-active, cooldown.
                     * @example already-active
                     */
                    readonly refused?: string;
                    /**
                     * @description Of a message that is sent.
                     * @example email
                     */
                    readonly channel?: string;
                    /**
                     * @description How a step is left, or why a message is skipped.
                     * @example timeout
                     */
                    readonly code?: string;
                    /**
                     * @description Of an exit by a goal.
                     * @example welcome
                     */
                    readonly goal?: string;
                };
            }[];
        }[];
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
        /**
         * @description Changed: published, and the draft has moved on since.
         * @example published
         * @enum {string}
         */
        readonly status: "draft" | "published" | "changed";
        /**
         * @description The number of the published version.
         * @example 3
         */
        readonly version: number | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 7
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When it was last published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When the draft is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
        /**
         * Format: date-time
         * @description With include=reviewDueAt: when it is to be reviewed; null without a review plan.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly reviewDueAt?: string | null;
    };
    /**
     * Journey template draft
     * @description A draft may be unfinished. To be published it needs definition as well.
     */
    readonly JourneyTemplateDraft: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description For whoever edits it.
         * @example Ask marketing before changing it
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description The set that the phase is of; 'lifecycle' when left out.
         * @example real-estate
         */
        readonly phaseSet?: string;
        /**
         * @description The phase of the journey: the key of one in the set.
         * @example retention
         */
        readonly phase?: string;
        readonly definition?: Schemas["JourneyDefinition"];
        /** @description Tests of the journey on a virtual clock. They run at every publish; one that fails stops it. */
        readonly tests?: readonly {
            /**
             * @description What the test shows, as a sentence.
             * @example makes a report, then is thanked
             */
            readonly name: string;
            /** @description A customer made up. */
            readonly customer?: {
                /**
                 * @description The id of the customer, who need not exist.
                 * @default customer
                 */
                readonly id?: string;
                /** @description An email address is added where there is none. */
                readonly traits?: Record<string, unknown>;
                /** @description Tags of the customer. */
                readonly tags?: readonly string[];
                /** @description Keys of segments that they are in at the beginning; of others their published rule is asked. */
                readonly segments?: readonly string[];
                /** @description Keys of personas that they are of at the beginning; of others their published rule is asked. */
                readonly personas?: readonly string[];
            };
            /**
             * Format: date-time
             * @description When it begins.
             * @default 2026-01-05T09:00:00Z
             */
            readonly at?: string;
            /** @description What happens to the customer, in any order. */
            readonly timeline?: readonly {
                /**
                 * @description An offset from the beginning, such as +3d, or an instant.
                 * @example +3d
                 */
                readonly at: string;
                /**
                 * @description The name of an event, exactly as it is sent.
                 * @example account.created
                 */
                readonly event?: string;
                /** @description What the event carries. */
                readonly properties?: Record<string, unknown>;
                /** @description Merged into the traits with the event; null removes one. */
                readonly traits?: Record<string, unknown>;
                /** @description A trigger through the API, with its context. */
                readonly trigger?: Record<string, unknown>;
                /**
                 * @description The step of whose message `is` tells.
                 * @example hello
                 */
                readonly message?: string;
                /**
                 * @description How the message ends, or what the customer does with it.
                 * @enum {unknown}
                 */
                readonly is?: "sent" | "failed" | "delivered" | "opened" | "clicked" | "bounced" | "replied";
                /**
                 * @description The step of a choice, of which the customer chooses `option`.
                 * @example hello
                 */
                readonly choose?: string;
                /**
                 * @description The key of the option.
                 * @example call
                 */
                readonly option?: string;
                /**
                 * @description The step of a survey, to which the customer answers `score`.
                 * @example hello
                 */
                readonly answer?: string;
                /**
                 * @description The answer.
                 * @example 9
                 */
                readonly score?: number;
                /**
                 * @description What they add in words.
                 * @example Well done
                 */
                readonly comment?: string;
                /**
                 * @description A segment that the customer comes into, or goes out of.
                 * @example welcome
                 */
                readonly segment?: string;
                /**
                 * @description A persona that the customer comes to be of, or is no longer of.
                 * @example welcome
                 */
                readonly persona?: string;
                /**
                 * @description Of the segment or persona.
                 * @enum {unknown}
                 */
                readonly on?: "enter" | "exit";
            }[];
            /** @description What other systems answer to the steps that call them, by step. Nothing is called; a step that is left out is answered 200 with nothing in it. */
            readonly answers?: {
                readonly [key: string]: {
                    /**
                     * @description Anything but 200 to 299 is a failure.
                     * @default 200
                     */
                    readonly status?: number;
                    /**
                     * @description The way that the step of a plugin answers; next where it is left out.
                     * @example refused
                     */
                    readonly way?: string;
                    /** @description The body of an HTTP answer, or the output of an action or of a plugin. */
                    readonly body?: unknown;
                };
            };
            /**
             * @description When it ends at the latest.
             * @default +365d
             * @example +3d
             */
            readonly until?: string;
            /** @description What has to happen, and what must not. */
            readonly expect: readonly {
                /**
                 * @description The template of a message, of a step or one that acknowledges the answer to a survey.
                 * @example welcome
                 */
                readonly sends?: string;
                /**
                 * @description The step of a message that is not sent, or whose answer is not acknowledged.
                 * @example hello
                 */
                readonly skips?: string;
                /**
                 * @description The reason: completed, goal, exit-rule, or that of an exit step.
                 * @example completed
                 */
                readonly exits?: string;
                /**
                 * @description The key of a goal.
                 * @example welcome
                 */
                readonly reaches?: string;
                /**
                 * @description A step that is left.
                 * @example hello
                 */
                readonly passes?: string;
                /**
                 * @description An event that a step raises.
                 * @example account.created
                 */
                readonly emits?: string;
                /**
                 * @description A step that calls another system.
                 * @example hello
                 */
                readonly calls?: string;
                /**
                 * @description A journey that a step, or the answer to a survey, sends the customer into.
                 * @example welcome
                 */
                readonly enters?: string;
                /**
                 * @description A journey that a step takes the customer out of.
                 * @example welcome
                 */
                readonly leaves?: string;
                /**
                 * @description Why the customer does not enter: condition-failed, already-active, cooldown.
                 * @example already-active
                 */
                readonly refused?: string;
                /**
                 * @description Of a message that is sent.
                 * @example email
                 */
                readonly channel?: string;
                /**
                 * @description How a step is left, or why a message is skipped.
                 * @example timeout
                 */
                readonly code?: string;
                /**
                 * @description Of an exit by a goal.
                 * @example welcome
                 */
                readonly goal?: string;
                /**
                 * @description When, to the minute.
                 * @example +3d
                 */
                readonly at?: string;
                /**
                 * @description When at the latest.
                 * @example +3d
                 */
                readonly before?: string;
                /**
                 * @description When at the earliest.
                 * @example +3d
                 */
                readonly after?: string;
                /**
                 * @description Where the customer is: at `at`, or at the end.
                 * @example hello
                 */
                readonly stands?: string;
                /** @description What must not happen. */
                readonly never?: {
                    /**
                     * @description The template of a message, of a step or one that acknowledges the answer to a survey.
                     * @example welcome
                     */
                    readonly sends?: string;
                    /**
                     * @description The step of a message that is not sent, or whose answer is not acknowledged.
                     * @example hello
                     */
                    readonly skips?: string;
                    /**
                     * @description The reason: completed, goal, exit-rule, or that of an exit step.
                     * @example completed
                     */
                    readonly exits?: string;
                    /**
                     * @description The key of a goal.
                     * @example welcome
                     */
                    readonly reaches?: string;
                    /**
                     * @description A step that is left.
                     * @example hello
                     */
                    readonly passes?: string;
                    /**
                     * @description An event that a step raises.
                     * @example account.created
                     */
                    readonly emits?: string;
                    /**
                     * @description A step that calls another system.
                     * @example hello
                     */
                    readonly calls?: string;
                    /**
                     * @description A journey that a step, or the answer to a survey, sends the customer into.
                     * @example welcome
                     */
                    readonly enters?: string;
                    /**
                     * @description A journey that a step takes the customer out of.
                     * @example welcome
                     */
                    readonly leaves?: string;
                    /**
                     * @description Why the customer does not enter: condition-failed, already-active, cooldown.
                     * @example already-active
                     */
                    readonly refused?: string;
                    /**
                     * @description Of a message that is sent.
                     * @example email
                     */
                    readonly channel?: string;
                    /**
                     * @description How a step is left, or why a message is skipped.
                     * @example timeout
                     */
                    readonly code?: string;
                    /**
                     * @description Of an exit by a goal.
                     * @example welcome
                     */
                    readonly goal?: string;
                };
            }[];
        }[];
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
    };
    /**
     * Journey template patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     */
    readonly JourneyTemplatePatch: Record<string, unknown>;
    /**
     * Journey trigger
     * @description A customer who is asked into a journey.
     */
    readonly JourneyTrigger: {
        /**
         * @description Your own id of the customer. One who is not known yet is created.
         * @example c-1042
         */
        readonly customerId: string;
        /**
         * @description Your own id of this call: events of one customer with the same id happen once.
         * @example 018f2b7e-1042
         */
        readonly messageId?: string;
        /** @description What the enrollment carries; templates read it as context. */
        readonly context?: Record<string, unknown>;
        /** @description Merged into the customer's traits first (RFC 7396); null removes a trait. */
        readonly traits?: Record<string, unknown>;
    };
    /**
     * KPI
     * @description Figures that tell how well customers fare, each by a formula over events.
     */
    readonly KPI: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What it tells, and what it does not.
         * @example How many give up at the till
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What it is told in.
         * @enum {string}
         */
        readonly unit?: "percent" | "count" | "currency" | "duration" | "score";
        /**
         * @description ISO 4217.
         * @example EUR
         */
        readonly currency?: string;
        /**
         * @description Which way is good.
         * @enum {string}
         */
        readonly better?: "higher" | "lower";
        /** @description How it is calculated from events: a quantity, the ratio of two, or the time from one event to another. */
        readonly formula?: {
            /** @description How many events. */
            readonly count: {
                /**
                 * @description The name of the event.
                 * @example checkout.started
                 */
                readonly event: string;
                /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                readonly where?: Record<string, unknown>;
            };
        } | {
            /** @description How many customers had one. */
            readonly customers: {
                /**
                 * @description The name of the event.
                 * @example checkout.started
                 */
                readonly event: string;
                /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                readonly where?: Record<string, unknown>;
            };
        } | {
            /** @description Their property, added up. */
            readonly sum: {
                /**
                 * @description The name of the event.
                 * @example order.placed
                 */
                readonly event: string;
                /**
                 * @description The number in it: a dotted path.
                 * @example amount
                 */
                readonly property: string;
                /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                readonly where?: Record<string, unknown>;
            };
        } | {
            /** @description Their property, on average. */
            readonly average: {
                /**
                 * @description The name of the event.
                 * @example order.placed
                 */
                readonly event: string;
                /**
                 * @description The number in it: a dotted path.
                 * @example amount
                 */
                readonly property: string;
                /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                readonly where?: Record<string, unknown>;
            };
        } | {
            /** @description One quantity, divided by another. */
            readonly ratio: {
                /** @description What is counted. */
                readonly of: {
                    /** @description How many events. */
                    readonly count: {
                        /**
                         * @description The name of the event.
                         * @example checkout.started
                         */
                        readonly event: string;
                        /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                        readonly where?: Record<string, unknown>;
                    };
                } | {
                    /** @description How many customers had one. */
                    readonly customers: {
                        /**
                         * @description The name of the event.
                         * @example checkout.started
                         */
                        readonly event: string;
                        /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                        readonly where?: Record<string, unknown>;
                    };
                } | {
                    /** @description Their property, added up. */
                    readonly sum: {
                        /**
                         * @description The name of the event.
                         * @example order.placed
                         */
                        readonly event: string;
                        /**
                         * @description The number in it: a dotted path.
                         * @example amount
                         */
                        readonly property: string;
                        /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                        readonly where?: Record<string, unknown>;
                    };
                } | {
                    /** @description Their property, on average. */
                    readonly average: {
                        /**
                         * @description The name of the event.
                         * @example order.placed
                         */
                        readonly event: string;
                        /**
                         * @description The number in it: a dotted path.
                         * @example amount
                         */
                        readonly property: string;
                        /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                        readonly where?: Record<string, unknown>;
                    };
                };
                /** @description What it is divided by. */
                readonly to: {
                    /** @description How many events. */
                    readonly count: {
                        /**
                         * @description The name of the event.
                         * @example checkout.started
                         */
                        readonly event: string;
                        /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                        readonly where?: Record<string, unknown>;
                    };
                } | {
                    /** @description How many customers had one. */
                    readonly customers: {
                        /**
                         * @description The name of the event.
                         * @example checkout.started
                         */
                        readonly event: string;
                        /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                        readonly where?: Record<string, unknown>;
                    };
                } | {
                    /** @description Their property, added up. */
                    readonly sum: {
                        /**
                         * @description The name of the event.
                         * @example order.placed
                         */
                        readonly event: string;
                        /**
                         * @description The number in it: a dotted path.
                         * @example amount
                         */
                        readonly property: string;
                        /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                        readonly where?: Record<string, unknown>;
                    };
                } | {
                    /** @description Their property, on average. */
                    readonly average: {
                        /**
                         * @description The name of the event.
                         * @example order.placed
                         */
                        readonly event: string;
                        /**
                         * @description The number in it: a dotted path.
                         * @example amount
                         */
                        readonly property: string;
                        /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                        readonly where?: Record<string, unknown>;
                    };
                };
            };
        } | {
            /** @description From a customer’s event to their next event of the other kind. */
            readonly duration: {
                /** @description The event that it begins with. */
                readonly from: {
                    /**
                     * @description The name of the event.
                     * @example checkout.started
                     */
                    readonly event: string;
                    /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                    readonly where?: Record<string, unknown>;
                };
                /** @description The event that it ends with. */
                readonly to: {
                    /**
                     * @description The name of the event.
                     * @example checkout.started
                     */
                    readonly event: string;
                    /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                    readonly where?: Record<string, unknown>;
                };
                /**
                 * @description The median when left out.
                 * @enum {string}
                 */
                readonly statistic?: "median" | "average" | "p90";
            };
        };
        /**
         * @description Of a ratio or a duration: how long after the first event the second one counts.
         * @example 7d
         */
        readonly within?: string;
        /**
         * @description What is aimed at, in the unit; a duration in seconds.
         * @example 3.5
         */
        readonly target?: number;
        /**
         * @description The touchpoint that it measures.
         * @example checkout
         */
        readonly touchpoint?: string;
        /**
         * @description The set that the phase is of; 'lifecycle' when left out.
         * @example real-estate
         */
        readonly phaseSet?: string;
        /**
         * @description The phase of the journey: the key of one in the set.
         * @example retention
         */
        readonly phase?: string;
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
        /**
         * @description Changed: published, and the draft has moved on since.
         * @example published
         * @enum {string}
         */
        readonly status: "draft" | "published" | "changed";
        /**
         * @description The number of the published version.
         * @example 3
         */
        readonly version: number | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 7
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When it was last published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When the draft is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
        /**
         * Format: date-time
         * @description With include=reviewDueAt: when it is to be reviewed; null without a review plan.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly reviewDueAt?: string | null;
    };
    /**
     * KPI draft
     * @description A draft may be unfinished. To be published it needs unit, better, formula as well.
     */
    readonly KPIDraft: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What it tells, and what it does not.
         * @example How many give up at the till
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What it is told in.
         * @enum {string}
         */
        readonly unit?: "percent" | "count" | "currency" | "duration" | "score";
        /**
         * @description ISO 4217.
         * @example EUR
         */
        readonly currency?: string;
        /**
         * @description Which way is good.
         * @enum {string}
         */
        readonly better?: "higher" | "lower";
        /** @description How it is calculated from events: a quantity, the ratio of two, or the time from one event to another. */
        readonly formula?: {
            /** @description How many events. */
            readonly count: {
                /**
                 * @description The name of the event.
                 * @example checkout.started
                 */
                readonly event: string;
                /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                readonly where?: Record<string, unknown>;
            };
        } | {
            /** @description How many customers had one. */
            readonly customers: {
                /**
                 * @description The name of the event.
                 * @example checkout.started
                 */
                readonly event: string;
                /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                readonly where?: Record<string, unknown>;
            };
        } | {
            /** @description Their property, added up. */
            readonly sum: {
                /**
                 * @description The name of the event.
                 * @example order.placed
                 */
                readonly event: string;
                /**
                 * @description The number in it: a dotted path.
                 * @example amount
                 */
                readonly property: string;
                /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                readonly where?: Record<string, unknown>;
            };
        } | {
            /** @description Their property, on average. */
            readonly average: {
                /**
                 * @description The name of the event.
                 * @example order.placed
                 */
                readonly event: string;
                /**
                 * @description The number in it: a dotted path.
                 * @example amount
                 */
                readonly property: string;
                /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                readonly where?: Record<string, unknown>;
            };
        } | {
            /** @description One quantity, divided by another. */
            readonly ratio: {
                /** @description What is counted. */
                readonly of: {
                    /** @description How many events. */
                    readonly count: {
                        /**
                         * @description The name of the event.
                         * @example checkout.started
                         */
                        readonly event: string;
                        /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                        readonly where?: Record<string, unknown>;
                    };
                } | {
                    /** @description How many customers had one. */
                    readonly customers: {
                        /**
                         * @description The name of the event.
                         * @example checkout.started
                         */
                        readonly event: string;
                        /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                        readonly where?: Record<string, unknown>;
                    };
                } | {
                    /** @description Their property, added up. */
                    readonly sum: {
                        /**
                         * @description The name of the event.
                         * @example order.placed
                         */
                        readonly event: string;
                        /**
                         * @description The number in it: a dotted path.
                         * @example amount
                         */
                        readonly property: string;
                        /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                        readonly where?: Record<string, unknown>;
                    };
                } | {
                    /** @description Their property, on average. */
                    readonly average: {
                        /**
                         * @description The name of the event.
                         * @example order.placed
                         */
                        readonly event: string;
                        /**
                         * @description The number in it: a dotted path.
                         * @example amount
                         */
                        readonly property: string;
                        /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                        readonly where?: Record<string, unknown>;
                    };
                };
                /** @description What it is divided by. */
                readonly to: {
                    /** @description How many events. */
                    readonly count: {
                        /**
                         * @description The name of the event.
                         * @example checkout.started
                         */
                        readonly event: string;
                        /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                        readonly where?: Record<string, unknown>;
                    };
                } | {
                    /** @description How many customers had one. */
                    readonly customers: {
                        /**
                         * @description The name of the event.
                         * @example checkout.started
                         */
                        readonly event: string;
                        /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                        readonly where?: Record<string, unknown>;
                    };
                } | {
                    /** @description Their property, added up. */
                    readonly sum: {
                        /**
                         * @description The name of the event.
                         * @example order.placed
                         */
                        readonly event: string;
                        /**
                         * @description The number in it: a dotted path.
                         * @example amount
                         */
                        readonly property: string;
                        /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                        readonly where?: Record<string, unknown>;
                    };
                } | {
                    /** @description Their property, on average. */
                    readonly average: {
                        /**
                         * @description The name of the event.
                         * @example order.placed
                         */
                        readonly event: string;
                        /**
                         * @description The number in it: a dotted path.
                         * @example amount
                         */
                        readonly property: string;
                        /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                        readonly where?: Record<string, unknown>;
                    };
                };
            };
        } | {
            /** @description From a customer’s event to their next event of the other kind. */
            readonly duration: {
                /** @description The event that it begins with. */
                readonly from: {
                    /**
                     * @description The name of the event.
                     * @example checkout.started
                     */
                    readonly event: string;
                    /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                    readonly where?: Record<string, unknown>;
                };
                /** @description The event that it ends with. */
                readonly to: {
                    /**
                     * @description The name of the event.
                     * @example checkout.started
                     */
                    readonly event: string;
                    /** @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition. */
                    readonly where?: Record<string, unknown>;
                };
                /**
                 * @description The median when left out.
                 * @enum {string}
                 */
                readonly statistic?: "median" | "average" | "p90";
            };
        };
        /**
         * @description Of a ratio or a duration: how long after the first event the second one counts.
         * @example 7d
         */
        readonly within?: string;
        /**
         * @description What is aimed at, in the unit; a duration in seconds.
         * @example 3.5
         */
        readonly target?: number;
        /**
         * @description The touchpoint that it measures.
         * @example checkout
         */
        readonly touchpoint?: string;
        /**
         * @description The set that the phase is of; 'lifecycle' when left out.
         * @example real-estate
         */
        readonly phaseSet?: string;
        /**
         * @description The phase of the journey: the key of one in the set.
         * @example retention
         */
        readonly phase?: string;
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
    };
    /**
     * KPI patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     */
    readonly KPIPatch: Record<string, unknown>;
    /**
     * Key
     * @description The key of a piece of content.
     * @example welcome
     */
    readonly Key: string;
    /**
     * Kind of event
     * @description Something that webhooks can hear of.
     */
    readonly KindOfEvent: {
        /**
         * @description From the general to the particular.
         * @example content.published
         */
        readonly name: string;
        /**
         * @description When it is raised.
         * @example A thing came into use, or another version of it.
         */
        readonly description: string;
        /** @description JSON Schema (draft 2020-12) of what is posted. */
        readonly schema: Record<string, unknown>;
    };
    /**
     * Listed approval request
     * @description A request with the thing that it is about.
     */
    readonly ListedApprovalRequest: {
        /**
         * @description Of the request.
         * @example 9301
         */
        readonly id: string;
        /**
         * @description What became of it; outdated: the draft has changed since, or was published.
         * @enum {string}
         */
        readonly status: "open" | "approved" | "rejected" | "outdated";
        /**
         * @description What was told to those who are asked.
         * @example For the spring campaign
         */
        readonly note: string | null;
        readonly by: Schemas["Person"];
        /**
         * Format: date-time
         * @description When it was asked for.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * @description The content type, as in addresses.
         * @example touchpoints
         */
        readonly type: string;
        /**
         * @description The key of the thing.
         * @example shop
         */
        readonly key: string;
        /**
         * @description What people call it, in one language.
         * @example Shop
         */
        readonly name: string;
    };
    /** Liveness */
    readonly Liveness: {
        /**
         * @description The only one.
         * @constant
         */
        readonly status: "live";
    };
    /**
     * Member
     * @description A customer who belongs to a segment or a persona.
     */
    readonly Member: {
        /**
         * @description Your own id of the customer.
         * @example c-1042
         */
        readonly customerId: string;
        /**
         * Format: date-time
         * @description Since when they belong.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly enteredAt: string;
        /**
         * @description Parcours’ own number of the customer.
         * @example 7042311
         */
        readonly number: string;
    };
    /**
     * Membership
     * @description How many belong, and whether that is settled.
     */
    readonly Membership: {
        /**
         * @description filling: who belongs is being worked out. unpublished: nobody is taken in.
         * @enum {string}
         */
        readonly state: "ready" | "filling" | "unpublished";
        /**
         * @description How many belong.
         * @example 1204
         */
        readonly members: number;
        /**
         * @description From 0 to 1, of the work that follows a publish.
         * @example 1
         */
        readonly progress: number;
        /**
         * Format: date-time
         * @description When the work that follows a publish last went on; null when there was none.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string | null;
    };
    /**
     * Merge of customers
     * @description Two customers who became one, and what was known of the one who went.
     */
    readonly MergeOfCustomers: {
        /**
         * @description Of the merge.
         * @example 8812345678901234
         */
        readonly id: string;
        /**
         * @description The id of the one who went.
         * @example c-2077
         */
        readonly from: string;
        /**
         * @description The id of the one who stayed.
         * @example c-1042
         */
        readonly into: string;
        /**
         * @description Somebody asked for it (`operator`), a device was identified, or an id was said to be another.
         * @enum {string}
         */
        readonly reason: "operator" | "identify" | "alias";
        /** @description What was known of the one who went. */
        readonly before: {
            /**
             * @description Whether they were identified.
             * @enum {string}
             */
            readonly kind: "known" | "anonymous";
            /** @description Their traits. */
            readonly traits: Record<string, unknown>;
            /** @description Their other addresses, devices, tags and consents. */
            readonly profile: Record<string, unknown>;
        };
        /** @description How many rows of what went from one to the other. */
        readonly moved: {
            readonly [key: string]: number;
        };
        readonly by: Schemas["RecordedActor"];
        /**
         * Format: date-time
         * @description When they became one.
         */
        readonly mergedAt: string;
    };
    /**
     * Merge outcome
     * @description What became of two ids.
     */
    readonly MergeOutcome: {
        /**
         * @description `merged`: two customers are one. `linked`: nobody was known by the id. `one-already`: both ids led to the same customer.
         * @enum {string}
         */
        readonly status: "merged" | "linked" | "one-already";
        readonly customer: Schemas["Customer"];
        /** @description How many rows of what went from one to the other. */
        readonly moved: {
            readonly [key: string]: number;
        };
    };
    /**
     * Message
     * @description One message to one customer.
     */
    readonly Message: {
        /**
         * @description The id of the message.
         * @example 8812345678901234
         */
        readonly id: string;
        /**
         * @description Your id of the customer.
         * @example c-1042
         */
        readonly customerId: string;
        /**
         * @description The passage through the journey that sent it.
         * @example 8812345678905678
         */
        readonly enrollmentId: string;
        /**
         * @description The key of the journey; null where it was deleted since.
         * @example welcome
         */
        readonly journey: string | null;
        /**
         * @description The step that sent it.
         * @example hello
         */
        readonly step: string;
        /**
         * @description Which passage of the step it belongs to.
         * @example 1
         */
        readonly visit: number;
        /**
         * @description How it goes out.
         * @example email
         */
        readonly channel: string;
        /**
         * @description Why it goes out.
         * @example marketing
         * @enum {string}
         */
        readonly category: "marketing" | "transactional";
        /**
         * @description The key of the brand in whose name it goes out; null for none.
         * @example main
         */
        readonly brand: string | null;
        /**
         * @description The key of the connector; null where it was deleted since.
         * @example mailbox
         */
        readonly connector: string | null;
        /** @description What it says. */
        readonly template: {
            /**
             * @description The key of the message template; null where it was deleted since.
             * @example hello
             */
            readonly key: string | null;
            /**
             * @description The version that it is made from.
             * @example 2
             */
            readonly version: number;
        };
        /**
         * @description Where it is on its way.
         * @enum {string}
         */
        readonly status: "queued" | "sending" | "sent" | "failed" | "withdrawn" | "held";
        /**
         * @description How often its delivery was tried.
         * @example 1
         */
        readonly attempts: number;
        /** @description An attempt was interrupted before its end was known, so that it may have arrived twice. */
        readonly maybeDuplicate: boolean;
        /**
         * @description Where it goes; null once that was erased.
         * @example ada@example.com
         */
        readonly address: string | null;
        /**
         * @description The provider's id of it, once it has one.
         * @example <8812345678901234@example.com>
         */
        readonly providerId: string | null;
        /** @description Why it was not sent, or not yet; null where nothing failed. */
        readonly failure: {
            /**
             * @description Stable.
             * @example smtp.recipient-rejected
             */
            readonly code: string;
            /**
             * @description What the provider said.
             * @example 550 No such user
             */
            readonly detail: string;
        } | null;
        /**
         * Format: date-time
         * @description When it was decided.
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it is tried next; null when it is not.
         */
        readonly nextAttemptAt: string | null;
        /**
         * Format: date-time
         * @description When it was sent, failed or was withdrawn.
         */
        readonly finishedAt: string | null;
        /**
         * Format: date-time
         * @description When its provider said that it has arrived.
         */
        readonly deliveredAt: string | null;
        /**
         * Format: date-time
         * @description When a person first opened it, as far as can be told.
         */
        readonly openedAt: string | null;
        /**
         * Format: date-time
         * @description When a person first followed one of its links.
         */
        readonly clickedAt: string | null;
        /**
         * Format: date-time
         * @description When it was first answered.
         */
        readonly repliedAt: string | null;
        /**
         * Format: date-time
         * @description When it came back.
         */
        readonly bouncedAt: string | null;
        /**
         * Format: date-time
         * @description When its reader reported it as spam.
         */
        readonly complainedAt: string | null;
        /**
         * Format: date-time
         * @description When its reader followed its link to unsubscribe.
         */
        readonly unsubscribedAt: string | null;
    };
    /**
     * Message explanation
     * @description Why a message is where it is.
     */
    readonly MessageExplanation: {
        /**
         * @description The id of the message.
         * @example 8812345678901234
         */
        readonly id: string;
        /**
         * @description Where it is.
         * @example queued
         * @enum {string}
         */
        readonly status: "queued" | "sending" | "sent" | "failed" | "withdrawn" | "held";
        /** @description What made of it what it is, in the order in which that happened. */
        readonly reasons: readonly Schemas["MessageReason"][];
    };
    /**
     * Message failure
     * @description Why it could not be written; null when it could.
     */
    readonly MessageFailure: {
        /**
         * @description As in a problem.
         * @example templates.variable-missing
         */
        readonly code: string;
        /**
         * @description What is the matter.
         * @example Line 1, column 4: 'event.order' has no value.
         */
        readonly detail: string;
    } | null;
    /**
     * Message reason
     * @description One thing that made of the message what it is.
     */
    readonly MessageReason: {
        /**
         * @description override, why it was held (quiet-hours, outside-send-windows, outranked), and last its status.
         * @example quiet-hours
         */
        readonly code: string;
        /** @description Policies, times and priorities. */
        readonly detail: Record<string, unknown>;
        /**
         * @description For people, in the language of `locale`.
         * @example It is in the quiet hours of the channel policy default, until 2026-03-02T07:00:00.000Z.
         */
        readonly words: string;
    };
    /**
     * Message template
     * @description What messages say, by channel and language.
     */
    readonly MessageTemplate: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description For whoever edits it.
         * @example Ask marketing before changing it
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description transactional: what the customer needs, such as an invoice. It asks for no consent.
         * @default marketing
         * @enum {string}
         */
        readonly category?: "marketing" | "transactional";
        /**
         * @description The key of the topic that it is about: who has refused that does not get it.
         * @example newsletter
         */
        readonly topic?: string;
        /**
         * @description The key of the brand in whose name it speaks; the brand that is marked as the default, when left out, or the only one.
         * @example belvedere
         */
        readonly brand?: string;
        /** @description What is told of its readers. What is left out is as its brand has it, else on for marketing and off for transactional. */
        readonly tracking?: {
            /**
             * @description A picture of one point tells when a message is opened.
             * @example true
             */
            readonly opens?: boolean;
            /**
             * @description Links lead by way of Parcours, which tells when one is followed.
             * @example true
             */
            readonly clicks?: boolean;
            /**
             * @description Links in the texts of SMS and chat messages lead by way of a short address of Parcours, which tells when one is followed. What is left out is on for marketing whose brand has a `shortUrl`.
             * @example true
             */
            readonly texts?: boolean;
            /**
             * @description Pictures that a mail provider fetches for its customers, as Gmail does, at times before these have looked: they count as opened, or do not.
             * @default ignored
             * @example counted
             * @enum {unknown}
             */
            readonly imageProxies?: "counted" | "ignored";
        };
        /** @description What it says, by channel. */
        readonly channels?: {
            /** @description As an email. */
            readonly email?: {
                /**
                 * @description One line; Handlebars.
                 * @example Welcome, {{customer.first_name}}
                 */
                readonly subject?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description The line that mail clients show beside the subject; Handlebars.
                 * @example Three steps to begin
                 */
                readonly preheader?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description The HTML part; Handlebars, values are escaped.
                 * @example <p>Glad you are here.</p>
                 */
                readonly html?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description In place of html: MJML, made into HTML when it is published; Handlebars.
                 * @example <mj-section><mj-column><mj-text>Glad you are here.</mj-text></mj-column></mj-section>
                 */
                readonly mjml?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description The plain text part; Handlebars. Derived from the HTML when absent.
                 * @example Glad you are here.
                 */
                readonly text?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description The name of a layout of the brand that it stands in.
                 * @example plain
                 */
                readonly layout?: string;
            };
            /** @description As a text message. */
            readonly sms?: {
                /**
                 * @description Handlebars. Up to 160 letters of the small alphabet are one message, or 70 of others.
                 * @example Your parcel comes today between {{event.from}} and {{event.to}}.
                 */
                readonly text?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description The name of a layout of the brand that it stands in.
                 * @example plain
                 */
                readonly layout?: string;
            };
            /** @description As a notification on a phone. */
            readonly push?: {
                /**
                 * @description One line; Handlebars.
                 * @example Your parcel is here
                 */
                readonly title?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description Handlebars.
                 * @example {{customer.first_name}}, it waits at the door.
                 */
                readonly body?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description What a tap opens; Handlebars.
                 * @example https://shop.example/orders/{{event.order.id}}
                 */
                readonly url?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description The address of a picture; Handlebars.
                 * @example https://shop.example/parcel.png
                 */
                readonly image?: string | {
                    readonly [key: string]: string;
                };
            };
            /** @description As a notification of the browser. */
            readonly "web-push"?: {
                /**
                 * @description One line; Handlebars.
                 * @example Your parcel is here
                 */
                readonly title?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description Handlebars.
                 * @example {{customer.first_name}}, it waits at the door.
                 */
                readonly body?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description What a tap opens; Handlebars.
                 * @example https://shop.example/orders/{{event.order.id}}
                 */
                readonly url?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description The address of a picture; Handlebars.
                 * @example https://shop.example/parcel.png
                 */
                readonly image?: string | {
                    readonly [key: string]: string;
                };
            };
            /** @description In a messenger. */
            readonly chat?: {
                /**
                 * @description Handlebars.
                 * @example Good morning {{customer.first_name}}, your table is ready.
                 */
                readonly text?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description The name of a layout of the brand that it stands in.
                 * @example plain
                 */
                readonly layout?: string;
            };
            /** @description As the body of a request to another system. */
            readonly webhook?: {
                /**
                 * @description Handlebars. In JSON, values are escaped as texts of JSON need it.
                 * @example {"customer": "{{customer.id}}", "name": "{{customer.first_name}}"}
                 */
                readonly body?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description Of the body.
                 * @default application/json
                 * @example application/json
                 */
                readonly contentType?: string;
            };
            /** @description As a letter: HTML that is ready to be made into a PDF. */
            readonly letter?: {
                /**
                 * @description One line, for whoever sorts the post; Handlebars.
                 * @example Your contract
                 */
                readonly subject?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description What the letter says; Handlebars, values are escaped.
                 * @example <p>Dear {{customer.first_name}},</p>
                 */
                readonly html?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description The name of a layout of the brand that it stands in.
                 * @example plain
                 */
                readonly layout?: string;
                /**
                 * @description Of the paper.
                 * @default A4
                 * @enum {string}
                 */
                readonly pageSize?: "A4" | "Letter";
            };
        };
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
        /**
         * @description Changed: published, and the draft has moved on since.
         * @example published
         * @enum {string}
         */
        readonly status: "draft" | "published" | "changed";
        /**
         * @description The number of the published version.
         * @example 3
         */
        readonly version: number | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 7
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When it was last published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When the draft is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
        /**
         * Format: date-time
         * @description With include=reviewDueAt: when it is to be reviewed; null without a review plan.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly reviewDueAt?: string | null;
    };
    /**
     * Message template draft
     * @description A draft may be unfinished. To be published it needs channels as well.
     */
    readonly MessageTemplateDraft: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description For whoever edits it.
         * @example Ask marketing before changing it
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description transactional: what the customer needs, such as an invoice. It asks for no consent.
         * @default marketing
         * @enum {string}
         */
        readonly category?: "marketing" | "transactional";
        /**
         * @description The key of the topic that it is about: who has refused that does not get it.
         * @example newsletter
         */
        readonly topic?: string;
        /**
         * @description The key of the brand in whose name it speaks; the brand that is marked as the default, when left out, or the only one.
         * @example belvedere
         */
        readonly brand?: string;
        /** @description What is told of its readers. What is left out is as its brand has it, else on for marketing and off for transactional. */
        readonly tracking?: {
            /**
             * @description A picture of one point tells when a message is opened.
             * @example true
             */
            readonly opens?: boolean;
            /**
             * @description Links lead by way of Parcours, which tells when one is followed.
             * @example true
             */
            readonly clicks?: boolean;
            /**
             * @description Links in the texts of SMS and chat messages lead by way of a short address of Parcours, which tells when one is followed. What is left out is on for marketing whose brand has a `shortUrl`.
             * @example true
             */
            readonly texts?: boolean;
            /**
             * @description Pictures that a mail provider fetches for its customers, as Gmail does, at times before these have looked: they count as opened, or do not.
             * @default ignored
             * @example counted
             * @enum {unknown}
             */
            readonly imageProxies?: "counted" | "ignored";
        };
        /** @description What it says, by channel. */
        readonly channels?: {
            /** @description As an email. */
            readonly email?: {
                /**
                 * @description One line; Handlebars.
                 * @example Welcome, {{customer.first_name}}
                 */
                readonly subject: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description The line that mail clients show beside the subject; Handlebars.
                 * @example Three steps to begin
                 */
                readonly preheader?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description The HTML part; Handlebars, values are escaped.
                 * @example <p>Glad you are here.</p>
                 */
                readonly html?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description In place of html: MJML, made into HTML when it is published; Handlebars.
                 * @example <mj-section><mj-column><mj-text>Glad you are here.</mj-text></mj-column></mj-section>
                 */
                readonly mjml?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description The plain text part; Handlebars. Derived from the HTML when absent.
                 * @example Glad you are here.
                 */
                readonly text?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description The name of a layout of the brand that it stands in.
                 * @example plain
                 */
                readonly layout?: string;
            };
            /** @description As a text message. */
            readonly sms?: {
                /**
                 * @description Handlebars. Up to 160 letters of the small alphabet are one message, or 70 of others.
                 * @example Your parcel comes today between {{event.from}} and {{event.to}}.
                 */
                readonly text: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description The name of a layout of the brand that it stands in.
                 * @example plain
                 */
                readonly layout?: string;
            };
            /** @description As a notification on a phone. */
            readonly push?: {
                /**
                 * @description One line; Handlebars.
                 * @example Your parcel is here
                 */
                readonly title?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description Handlebars.
                 * @example {{customer.first_name}}, it waits at the door.
                 */
                readonly body: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description What a tap opens; Handlebars.
                 * @example https://shop.example/orders/{{event.order.id}}
                 */
                readonly url?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description The address of a picture; Handlebars.
                 * @example https://shop.example/parcel.png
                 */
                readonly image?: string | {
                    readonly [key: string]: string;
                };
            };
            /** @description As a notification of the browser. */
            readonly "web-push"?: {
                /**
                 * @description One line; Handlebars.
                 * @example Your parcel is here
                 */
                readonly title?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description Handlebars.
                 * @example {{customer.first_name}}, it waits at the door.
                 */
                readonly body: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description What a tap opens; Handlebars.
                 * @example https://shop.example/orders/{{event.order.id}}
                 */
                readonly url?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description The address of a picture; Handlebars.
                 * @example https://shop.example/parcel.png
                 */
                readonly image?: string | {
                    readonly [key: string]: string;
                };
            };
            /** @description In a messenger. */
            readonly chat?: {
                /**
                 * @description Handlebars.
                 * @example Good morning {{customer.first_name}}, your table is ready.
                 */
                readonly text: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description The name of a layout of the brand that it stands in.
                 * @example plain
                 */
                readonly layout?: string;
            };
            /** @description As the body of a request to another system. */
            readonly webhook?: {
                /**
                 * @description Handlebars. In JSON, values are escaped as texts of JSON need it.
                 * @example {"customer": "{{customer.id}}", "name": "{{customer.first_name}}"}
                 */
                readonly body: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description Of the body.
                 * @default application/json
                 * @example application/json
                 */
                readonly contentType?: string;
            };
            /** @description As a letter: HTML that is ready to be made into a PDF. */
            readonly letter?: {
                /**
                 * @description One line, for whoever sorts the post; Handlebars.
                 * @example Your contract
                 */
                readonly subject?: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description What the letter says; Handlebars, values are escaped.
                 * @example <p>Dear {{customer.first_name}},</p>
                 */
                readonly html: string | {
                    readonly [key: string]: string;
                };
                /**
                 * @description The name of a layout of the brand that it stands in.
                 * @example plain
                 */
                readonly layout?: string;
                /**
                 * @description Of the paper.
                 * @default A4
                 * @enum {string}
                 */
                readonly pageSize?: "A4" | "Letter";
            };
        };
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
    };
    /**
     * Message template patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     */
    readonly MessageTemplatePatch: Record<string, unknown>;
    /**
     * Migration preview
     * @description What becomes of those under way when the draft is published with enrollments: migrate.
     */
    readonly MigrationPreview: {
        /**
         * @description Enrollments that go over.
         * @example 118
         */
        readonly moves: number;
        /**
         * @description Enrollments that stay with their version.
         * @example 2
         */
        readonly stays: number;
        /** @description Where they stand. */
        readonly steps: readonly Schemas["MigrationStep"][];
    };
    /**
     * Migration step
     * @description Those at one step of one version.
     */
    readonly MigrationStep: {
        /**
         * @description The version that they are in.
         * @example 1
         */
        readonly version: number;
        /**
         * @description The key of the step.
         * @example rest
         */
        readonly step: string;
        /**
         * @description How many.
         * @example 118
         */
        readonly enrollments: number;
        /**
         * @description Whether they go over.
         * @example true
         */
        readonly moves: boolean;
        /**
         * @description Why they stay.
         * @enum {string|null}
         */
        readonly why: "step-gone" | "type-changed" | "unreadable" | null;
        /**
         * @description The events that are waited for change, or whether there is a time-out. One who has nothing left to wait for stays.
         * @example false
         */
        readonly waitChanges: boolean;
    };
    /**
     * Move
     * @description Where to, and why.
     */
    readonly Move: {
        /**
         * @description The key of the step to go to.
         * @example thanks
         */
        readonly step: string;
        /**
         * @description Why, for the history and the audit log.
         * @example The offer is over
         */
        readonly reason: string;
    };
    /**
     * New API token
     * @description Who the token is for and what it may do.
     */
    readonly NewAPIToken: {
        /**
         * @description Who or what uses the token.
         * @example campaign tool
         */
        readonly name: string;
        /** @description Keys of roles that the token has, beside its scopes or in their place. */
        readonly roles?: readonly string[];
        /** @description What the token may do: `area:action`, `area:*` or `*`. */
        readonly scopes?: readonly string[];
        /**
         * Format: date-time
         * @description When it stops working; never when left out, which is warned of.
         * @example 2027-01-01T00:00:00Z
         */
        readonly expiresAt?: string;
    };
    /**
     * New approval request
     * @description What to tell those who are asked.
     */
    readonly NewApprovalRequest: {
        /**
         * @description What the others should know.
         * @example For the spring campaign
         */
        readonly note?: string;
    };
    /**
     * New approval rule
     * @description From how many approval is needed.
     */
    readonly NewApprovalRule: {
        /**
         * @description How many others than the last author have to approve a draft before it is published.
         * @example 1
         */
        readonly required: number;
    };
    /**
     * New comment
     * @description Something to say about a thing, or in reply.
     */
    readonly NewComment: {
        /**
         * @description What is said; only its author changes it.
         * @example Too long for a phone.
         */
        readonly text: string;
        /**
         * @description JSON pointer (RFC 6901): which part of the document it is about.
         * @example /name
         */
        readonly pointer?: string;
        /**
         * @description The id of the comment that is replied to.
         * @example 9101
         */
        readonly replyTo?: string;
    };
    /**
     * New identity
     * @description An id that is to lead to the customer too.
     */
    readonly NewIdentity: {
        /**
         * @description The anonymous or former id.
         * @example 9b2f6c1e-6d3a-4f0e-8f0d-2f2f4a3b7c11
         */
        readonly id: string;
        /**
         * @description `identify`: the id of a device. `alias`: another id of your own.
         * @default identify
         * @enum {string}
         */
        readonly kind?: "identify" | "alias";
    };
    /**
     * New journey replay
     * @description Whose events are played, and how far back.
     */
    readonly NewJourneyReplay: {
        /**
         * @description How many days back.
         * @example 30
         */
        readonly days: number;
        /**
         * @description How many customers at the most: always the same ones.
         * @default 10000
         * @example 10000
         */
        readonly customers?: number;
        /** @description A journey document to play in place of the draft. */
        readonly definition?: Record<string, unknown>;
    };
    /**
     * New merge of customers
     * @description Two customers who are one.
     */
    readonly NewMergeOfCustomers: {
        /**
         * @description The customer who goes: the id leads to the other from now on.
         * @example c-2077
         */
        readonly from: string;
        /**
         * @description The customer who stays.
         * @example c-1042
         */
        readonly into: string;
    };
    /**
     * New note
     * @description Something that was said of or by a customer.
     */
    readonly NewNote: {
        /**
         * @description What was said.
         * @example Wants to be called before noon; the last delivery came late.
         */
        readonly text: string;
        /**
         * @description A note by a rep, a remark made to support, a comment in public, or something else.
         * @enum {string}
         */
        readonly kind: "rep-note" | "support-remark" | "social-comment" | "other";
        /**
         * @description How it was meant, as the sender judges.
         * @enum {string}
         */
        readonly sentiment?: "negative" | "neutral" | "positive";
        /**
         * @description Who wrote it down, or said it.
         * @example Grace, sales
         */
        readonly author?: string;
        /**
         * @description Where it was said: an address, a system.
         * @example https://social.example/@ada/1042
         */
        readonly source?: string;
        /**
         * @description The channel that it came by, such as email or web. What the event's definition says, when left out.
         * @example web
         */
        readonly channel?: string;
        /**
         * @description Key of the touchpoint where it happened.
         * @example website
         */
        readonly touchpoint?: string;
        /**
         * @description Whom it concerned. What the event's definition says, when left out.
         * @example Sales
         */
        readonly department?: string;
        /**
         * Format: date-time
         * @description When it was said; now, when left out.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly occurredAt?: string;
        /**
         * @description Your own id of the note: sent again, it is there once.
         * @example crm-7731
         */
        readonly messageId?: string;
    };
    /**
     * New password by link
     * @description The token of an invitation, and the password to set with it.
     */
    readonly NewPasswordByLink: {
        /**
         * @description From POST /users/:id/invite.
         * @example prl_4nHq0b7m2cUuK1sY8eTzXvWdJfLgPoRiQaNhBkMxCwE
         */
        readonly token: string;
        /**
         * Format: password
         * @description 12 characters or more.
         * @example marble otter seventeen
         */
        readonly password: string;
    };
    /**
     * New pause
     * @description Which messages are held, why, and what becomes of them. Of what it names, every member has to hold.
     */
    readonly NewPause: {
        /**
         * @description Messages on this channel.
         * @example email
         */
        readonly channel?: string;
        /**
         * @description Messages of steps with this touchpoint.
         * @example marketing-email
         */
        readonly touchpoint?: string;
        /**
         * @description Messages of templates of this category.
         * @enum {string}
         */
        readonly category?: "marketing" | "transactional";
        /**
         * @description Messages in the name of this brand.
         * @example belvedere
         */
        readonly brand?: string;
        /**
         * @description Every message.
         * @example true
         * @constant
         */
        readonly all?: true;
        /**
         * @description Why, for the audit log.
         * @example Wrong prices in the newsletter
         */
        readonly reason: string;
        /**
         * Format: date-time
         * @description When it ends by itself; left out, somebody has to end it.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly until?: string;
        /**
         * @description What becomes of held messages when it is over. re-decide: policy, consent and template of then decide. drop: they are given up; with olderThan only those that are older.
         * @default send
         * @enum {string}
         */
        readonly then?: "send" | "re-decide" | "drop";
        /**
         * @description Messages that were decided longer ago than this when it is over are given up.
         * @example 2d
         */
        readonly olderThan?: string;
    };
    /**
     * New preview
     * @description For whom a template is written.
     */
    readonly NewPreview: {
        /**
         * @description A customer who exists, as they are now.
         * @example c-1042
         */
        readonly customerId?: string;
        /** @description What the template reads, laid over what is known of the customer. Where nothing is given that it needs, a placeholder stands. */
        readonly data?: Record<string, unknown>;
        /**
         * @description The language; that of the customer when left out.
         * @example fr
         */
        readonly locale?: string;
        /**
         * @description Which text of the template.
         * @default draft
         * @enum {string}
         */
        readonly version?: "draft" | "published";
        /**
         * @description One channel; all that it has when left out.
         * @example email
         * @enum {string}
         */
        readonly channel?: "email" | "sms" | "push" | "web-push" | "chat" | "webhook" | "letter";
    };
    /**
     * New release
     * @description What to publish, or take out of use, together.
     */
    readonly NewRelease: {
        /**
         * @description What people call it.
         * @example Spring launch
         */
        readonly name: string;
        /**
         * @description For the history of each member.
         * @example The spring campaign
         */
        readonly note?: string;
        /** @description Each thing once. */
        readonly items: readonly {
            /**
             * @description The content type.
             * @enum {string}
             */
            readonly type: "phase-sets" | "touchpoints" | "personas" | "journey-maps" | "brands" | "surveys" | "kpis" | "offers" | "event-definitions" | "segments" | "traits" | "topics" | "connectors" | "crm-syncs" | "message-templates" | "channel-policies" | "teams" | "journey-templates" | "webhooks" | "custom-fields";
            /**
             * @description The key of the thing.
             * @example spring-offer
             */
            readonly key: string;
            /**
             * @description Whether to publish its draft or to take it out of use.
             * @enum {string}
             */
            readonly action: "publish" | "unpublish";
        }[];
        /**
         * Format: date-time
         * @description A time to come (RFC 3339); at once when left out.
         * @example 2030-03-02T08:00:00Z
         */
        readonly at?: string;
    };
    /**
     * New review
     * @description What a review has found, and what is decided.
     */
    readonly NewReview: {
        /**
         * @description What is to become of it: it stays, it has to be changed, it has had its day.
         * @enum {string}
         */
        readonly outcome: "keep" | "change" | "retire";
        /**
         * @description What was seen.
         * @example Opens have halved since spring.
         */
        readonly note?: string;
        /** @description What comes of it. */
        readonly decisions?: readonly {
            /**
             * @description What is to be done.
             * @example Try a shorter subject
             */
            readonly text: string;
            /**
             * @description Who sees to it: an e-mail address, a name, a team.
             * @example ada@example.com
             */
            readonly owner?: string;
            /**
             * Format: date
             * @description By when.
             * @example 2030-03-31
             */
            readonly due?: string;
        }[];
    };
    /**
     * New review plan
     * @description How often something is looked at again, and who sees to it.
     */
    readonly NewReviewPlan: {
        /**
         * @description How often: an ISO 8601 duration of years, months, weeks and days.
         * @example P3M
         */
        readonly cadence: string;
        /**
         * @description Who sees to it: an e-mail address, a name, a team.
         * @example ada@example.com
         */
        readonly owner?: string | null;
        /**
         * Format: date-time
         * @description When the next review is due. Left out: as it was, or a cadence from now where the cadence is new.
         * @example 2030-03-02T08:00:00Z
         */
        readonly dueAt?: string;
    };
    /**
     * New role
     * @description A bundle of scopes, and what it is called.
     */
    readonly NewRole: {
        /**
         * @description The stable name of the role; it never changes.
         * @example translator
         */
        readonly key: string;
        /**
         * @description What people call the role.
         * @example Translator
         */
        readonly name: string;
        /**
         * @description Whom it is for.
         * @example Agencies that write in other languages
         */
        readonly description?: string | null;
        /** @description What the role allows: `area:action`, `area:*` or `*`. */
        readonly scopes: readonly string[];
    };
    /**
     * New simulation
     * @description Who is led through the journey, and what happens to them.
     */
    readonly NewSimulation: {
        /**
         * @description A customer who exists, with the traits they have now.
         * @example c-1042
         */
        readonly customerId?: string;
        /** @description A customer made up; with customerId, traits to lay over theirs. */
        readonly customer?: {
            /**
             * @description The id of the customer, who need not exist.
             * @default customer
             */
            readonly id?: string;
            /** @description An email address is added where there is none. */
            readonly traits?: Record<string, unknown>;
            /** @description Tags of the customer. */
            readonly tags?: readonly string[];
            /** @description Keys of segments that they are in at the beginning; of others their published rule is asked. */
            readonly segments?: readonly string[];
            /** @description Keys of personas that they are of at the beginning; of others their published rule is asked. */
            readonly personas?: readonly string[];
        };
        /**
         * Format: date-time
         * @description When it begins; now when left out.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly at?: string;
        /**
         * @description When it ends at the latest.
         * @default +365d
         */
        readonly until?: string;
        /** @description What happens to the customer, in any order. */
        readonly timeline: readonly {
            /**
             * @description An offset from the beginning, such as +3d, or an instant.
             * @example +3d
             */
            readonly at: string;
            /**
             * @description The name of an event, exactly as it is sent.
             * @example account.created
             */
            readonly event?: string;
            /** @description What the event carries. */
            readonly properties?: Record<string, unknown>;
            /** @description Merged into the traits with the event; null removes one. */
            readonly traits?: Record<string, unknown>;
            /** @description A trigger through the API, with its context. */
            readonly trigger?: Record<string, unknown>;
            /**
             * @description The step of whose message `is` tells.
             * @example hello
             */
            readonly message?: string;
            /**
             * @description How the message ends, or what the customer does with it.
             * @enum {unknown}
             */
            readonly is?: "sent" | "failed" | "delivered" | "opened" | "clicked" | "bounced" | "replied";
            /**
             * @description The step of a choice, of which the customer chooses `option`.
             * @example hello
             */
            readonly choose?: string;
            /**
             * @description The key of the option.
             * @example call
             */
            readonly option?: string;
            /**
             * @description The step of a survey, to which the customer answers `score`.
             * @example hello
             */
            readonly answer?: string;
            /**
             * @description The answer.
             * @example 9
             */
            readonly score?: number;
            /**
             * @description What they add in words.
             * @example Well done
             */
            readonly comment?: string;
            /**
             * @description A segment that the customer comes into, or goes out of.
             * @example welcome
             */
            readonly segment?: string;
            /**
             * @description A persona that the customer comes to be of, or is no longer of.
             * @example welcome
             */
            readonly persona?: string;
            /**
             * @description Of the segment or persona.
             * @enum {unknown}
             */
            readonly on?: "enter" | "exit";
        }[];
        /** @description What other systems answer to the steps that call them, by step. Nothing is called; a step that is left out is answered 200 with nothing in it. */
        readonly answers?: {
            readonly [key: string]: {
                /**
                 * @description Anything but 200 to 299 is a failure.
                 * @default 200
                 */
                readonly status?: number;
                /**
                 * @description The way that the step of a plugin answers; next where it is left out.
                 * @example refused
                 */
                readonly way?: string;
                /** @description The body of an HTTP answer, or the output of an action or of a plugin. */
                readonly body?: unknown;
            };
        };
    };
    /**
     * New suppression
     * @description An address that is to get nothing.
     */
    readonly NewSuppression: {
        /**
         * @description What messages come by, such as email or sms.
         * @default email
         * @example email
         */
        readonly channel?: string;
        /**
         * @description An address of the channel; emails in any case, numbers in E.164.
         * @example ada@example.com
         */
        readonly address: string;
        /**
         * @description Why nothing is sent to it.
         * @enum {string}
         */
        readonly reason: "bounced" | "complained" | "requested" | "invalid" | "legal" | "manual";
        /**
         * @description For whoever wonders later.
         * @example By letter of 2 March.
         */
        readonly note?: string | null;
        /**
         * Format: date-time
         * @description From then on messages are sent again; never, when left out or null.
         * @example 2027-01-01T00:00:00.000Z
         */
        readonly expiresAt?: string | null;
    };
    /**
     * New test
     * @description Where a template is sent to be looked at.
     */
    readonly NewTest: {
        /**
         * @description A customer who exists, as they are now.
         * @example c-1042
         */
        readonly customerId?: string;
        /** @description What the template reads, laid over what is known of the customer. Where nothing is given that it needs, a placeholder stands. */
        readonly data?: Record<string, unknown>;
        /**
         * @description The language; that of the customer when left out.
         * @example fr
         */
        readonly locale?: string;
        /**
         * @description Which text of the template.
         * @default draft
         * @enum {string}
         */
        readonly version?: "draft" | "published";
        /**
         * @description What it goes out by.
         * @example email
         * @enum {string}
         */
        readonly channel: "email" | "sms" | "push" | "web-push" | "chat" | "webhook" | "letter";
        /**
         * @description An address of the channel: of your own, not of a customer.
         * @example ada@example.com
         */
        readonly to: string;
        /**
         * @description The key of a connector of the channel.
         * @example mailbox
         */
        readonly connector: string;
    };
    /**
     * New user
     * @description Somebody who is to work here.
     */
    readonly NewUser: {
        /**
         * @description Unique; upper and lower case make no difference.
         * @example ada@example.com
         */
        readonly email: string;
        /**
         * @description What others call the user.
         * @example Ada Lovelace
         */
        readonly name: string;
        /**
         * @description The language of the user, BCP 47.
         * @example fr
         */
        readonly locale?: string | null;
        /** @description Keys of roles; their scopes add up. */
        readonly roles?: readonly string[];
        /**
         * Format: password
         * @description Left out where the user is to choose it: invite them.
         * @example marble otter seventeen
         */
        readonly password?: string;
    };
    /**
     * No members
     * @description Nothing: an empty object, or no body at all.
     */
    readonly NoMembers: Record<string, unknown>;
    /**
     * Note
     * @description Something that was said of or by a customer, and where.
     */
    readonly Note: {
        /**
         * @description The entry of the timeline.
         * @example event-8812345678901234
         */
        readonly id: string;
        /**
         * Format: date-time
         * @description When it was said.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly at: string;
        /**
         * @description What was said.
         * @example Wants to be called before noon; the last delivery came late.
         */
        readonly text: string;
        /**
         * @description A note by a rep, a remark made to support, a comment in public, or something else.
         * @enum {string}
         */
        readonly kind: "rep-note" | "support-remark" | "social-comment" | "other";
        /**
         * @description How it was meant, as the sender judges.
         * @enum {string|null}
         */
        readonly sentiment: "negative" | "neutral" | "positive" | null;
        /**
         * @description Who wrote it down, or said it. Null where nothing was said of it.
         * @example Grace, sales
         */
        readonly author: string | null;
        /**
         * @description Where it was said: an address, a system. Null where nothing was said of it.
         * @example https://social.example/@ada/1042
         */
        readonly source: string | null;
        /**
         * @description What it came by. Null where nothing was said of it.
         * @example phone
         */
        readonly channel: string | null;
        /**
         * @description Key of the touchpoint where it was said. Null where nothing was said of it.
         * @example hotline
         */
        readonly touchpoint: string | null;
        /**
         * @description Whom it concerned. Null where nothing was said of it.
         * @example Sales
         */
        readonly department: string | null;
    };
    /**
     * Nullable boolean filter
     * @description How a value that may be absent is to be.
     */
    readonly NullableBooleanFilter: {
        /**
         * @description Is this.
         * @example true
         */
        readonly eq?: boolean;
        /**
         * @description Is not this, or is nothing.
         * @example true
         */
        readonly ne?: boolean;
        /** @description Is nothing (true), or is anything (false). */
        readonly null?: boolean;
    };
    /**
     * Nullable id filter
     * @description How a value that may be absent is to be.
     */
    readonly NullableIdFilter: {
        /**
         * @description Is this.
         * @example 8812345678901234
         */
        readonly eq?: string;
        /**
         * @description Is not this, or is nothing.
         * @example 8812345678901234
         */
        readonly ne?: string;
        /** @description Is one of these. */
        readonly in?: readonly string[];
        /** @description Is none of these. */
        readonly nin?: readonly string[];
        /**
         * @description Is greater, or later.
         * @example 8812345678901234
         */
        readonly gt?: string;
        /**
         * @description Is this or greater, or later.
         * @example 8812345678901234
         */
        readonly gte?: string;
        /**
         * @description Is less, or earlier.
         * @example 8812345678901234
         */
        readonly lt?: string;
        /**
         * @description Is this or less, or earlier.
         * @example 8812345678901234
         */
        readonly lte?: string;
        /** @description Is nothing (true), or is anything (false). */
        readonly null?: boolean;
    };
    /**
     * Nullable instant filter
     * @description How a value that may be absent is to be.
     */
    readonly NullableInstantFilter: {
        /**
         * Format: date-time
         * @description Is this.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly eq?: string;
        /**
         * Format: date-time
         * @description Is not this, or is nothing.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly ne?: string;
        /** @description Is one of these. */
        readonly in?: readonly string[];
        /** @description Is none of these. */
        readonly nin?: readonly string[];
        /**
         * Format: date-time
         * @description Is greater, or later.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly gt?: string;
        /**
         * Format: date-time
         * @description Is this or greater, or later.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly gte?: string;
        /**
         * Format: date-time
         * @description Is less, or earlier.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly lt?: string;
        /**
         * Format: date-time
         * @description Is this or less, or earlier.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly lte?: string;
        /** @description Is nothing (true), or is anything (false). */
        readonly null?: boolean;
    };
    /**
     * Nullable integer filter
     * @description How a value that may be absent is to be.
     */
    readonly NullableIntegerFilter: {
        /**
         * @description Is this.
         * @example 3
         */
        readonly eq?: number;
        /**
         * @description Is not this, or is nothing.
         * @example 3
         */
        readonly ne?: number;
        /** @description Is one of these. */
        readonly in?: readonly number[];
        /** @description Is none of these. */
        readonly nin?: readonly number[];
        /**
         * @description Is greater, or later.
         * @example 3
         */
        readonly gt?: number;
        /**
         * @description Is this or greater, or later.
         * @example 3
         */
        readonly gte?: number;
        /**
         * @description Is less, or earlier.
         * @example 3
         */
        readonly lt?: number;
        /**
         * @description Is this or less, or earlier.
         * @example 3
         */
        readonly lte?: number;
        /** @description Is nothing (true), or is anything (false). */
        readonly null?: boolean;
    };
    /**
     * Nullable number filter
     * @description How a value that may be absent is to be.
     */
    readonly NullableNumberFilter: {
        /**
         * @description Is this.
         * @example 0.5
         */
        readonly eq?: number;
        /**
         * @description Is not this, or is nothing.
         * @example 0.5
         */
        readonly ne?: number;
        /** @description Is one of these. */
        readonly in?: readonly number[];
        /** @description Is none of these. */
        readonly nin?: readonly number[];
        /**
         * @description Is greater, or later.
         * @example 0.5
         */
        readonly gt?: number;
        /**
         * @description Is this or greater, or later.
         * @example 0.5
         */
        readonly gte?: number;
        /**
         * @description Is less, or earlier.
         * @example 0.5
         */
        readonly lt?: number;
        /**
         * @description Is this or less, or earlier.
         * @example 0.5
         */
        readonly lte?: number;
        /** @description Is nothing (true), or is anything (false). */
        readonly null?: boolean;
    };
    /**
     * Nullable text filter
     * @description How a value that may be absent is to be.
     */
    readonly NullableTextFilter: {
        /**
         * @description Is this.
         * @example welcome
         */
        readonly eq?: string;
        /**
         * @description Is not this, or is nothing.
         * @example welcome
         */
        readonly ne?: string;
        /** @description Is one of these. */
        readonly in?: readonly string[];
        /** @description Is none of these. */
        readonly nin?: readonly string[];
        /**
         * @description Is greater, or later.
         * @example welcome
         */
        readonly gt?: string;
        /**
         * @description Is this or greater, or later.
         * @example welcome
         */
        readonly gte?: string;
        /**
         * @description Is less, or earlier.
         * @example welcome
         */
        readonly lt?: string;
        /**
         * @description Is this or less, or earlier.
         * @example welcome
         */
        readonly lte?: string;
        /**
         * @description Holds this, as it is written.
         * @example welcome
         */
        readonly contains?: string;
        /**
         * @description Begins with this, as it is written.
         * @example welcome
         */
        readonly starts?: string;
        /** @description Is nothing (true), or is anything (false). */
        readonly null?: boolean;
    };
    /**
     * Offer
     * @description What customers can be given: discounts, gifts, upgrades, content.
     */
    readonly Offer: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description For those who work with it.
         * @example For first orders alone
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What is given.
         * @example percent-off
         * @enum {string}
         */
        readonly kind?: "percent-off" | "amount-off" | "free-delivery" | "gift" | "upgrade" | "content";
        /**
         * @description Of percent-off.
         * @example 10
         */
        readonly percent?: number;
        /**
         * @description Of amount-off.
         * @example 5
         */
        readonly amount?: number;
        /**
         * @description ISO 4217.
         * @example EUR
         */
        readonly currency?: string;
        /**
         * @description Of a gift, an upgrade or content: what it is.
         * @example A tote bag
         */
        readonly gives?: string | {
            readonly [key: string]: string;
        };
        /** @description What the customer reads. */
        readonly headline?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description The small print.
         * @example Once per household.
         */
        readonly terms?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What the customer enters.
         * @example WELCOME10
         */
        readonly code?: string;
        /**
         * Format: uri
         * @description Where it is taken up.
         * @example https://belvedere.example/welcome
         */
        readonly url?: string;
        /**
         * Format: date-time
         * @description The first moment.
         * @example 2026-03-31T22:00:00Z
         */
        readonly validFrom?: string;
        /**
         * Format: date-time
         * @description The moment at which it is over.
         * @example 2026-03-31T22:00:00Z
         */
        readonly validUntil?: string;
        /** @description How often one customer is made the offer at the most. */
        readonly timesPerCustomer?: number;
        /** @description Who can have it; traits alone can be tested. Everybody when left out. A condition; its JSON Schema is at /api/v1/schemas/condition. */
        readonly eligibility?: Record<string, unknown>;
        /** @description Where it is shown. */
        readonly touchpoints?: readonly string[];
        /**
         * @description Whose offer it is.
         * @example belvedere
         */
        readonly brand?: string;
        /**
         * @description The set that the phase is of; 'lifecycle' when left out.
         * @example real-estate
         */
        readonly phaseSet?: string;
        /**
         * @description The phase of the journey: the key of one in the set.
         * @example retention
         */
        readonly phase?: string;
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
        /**
         * @description Changed: published, and the draft has moved on since.
         * @example published
         * @enum {string}
         */
        readonly status: "draft" | "published" | "changed";
        /**
         * @description The number of the published version.
         * @example 3
         */
        readonly version: number | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 7
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When it was last published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When the draft is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
        /**
         * Format: date-time
         * @description With include=reviewDueAt: when it is to be reviewed; null without a review plan.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly reviewDueAt?: string | null;
    };
    /**
     * Offer draft
     * @description A draft may be unfinished. To be published it needs kind, headline as well.
     */
    readonly OfferDraft: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description For those who work with it.
         * @example For first orders alone
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What is given.
         * @example percent-off
         * @enum {string}
         */
        readonly kind?: "percent-off" | "amount-off" | "free-delivery" | "gift" | "upgrade" | "content";
        /**
         * @description Of percent-off.
         * @example 10
         */
        readonly percent?: number;
        /**
         * @description Of amount-off.
         * @example 5
         */
        readonly amount?: number;
        /**
         * @description ISO 4217.
         * @example EUR
         */
        readonly currency?: string;
        /**
         * @description Of a gift, an upgrade or content: what it is.
         * @example A tote bag
         */
        readonly gives?: string | {
            readonly [key: string]: string;
        };
        /** @description What the customer reads. */
        readonly headline?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description The small print.
         * @example Once per household.
         */
        readonly terms?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What the customer enters.
         * @example WELCOME10
         */
        readonly code?: string;
        /**
         * Format: uri
         * @description Where it is taken up.
         * @example https://belvedere.example/welcome
         */
        readonly url?: string;
        /**
         * Format: date-time
         * @description The first moment.
         * @example 2026-03-31T22:00:00Z
         */
        readonly validFrom?: string;
        /**
         * Format: date-time
         * @description The moment at which it is over.
         * @example 2026-03-31T22:00:00Z
         */
        readonly validUntil?: string;
        /** @description How often one customer is made the offer at the most. */
        readonly timesPerCustomer?: number;
        /** @description Who can have it; traits alone can be tested. Everybody when left out. A condition; its JSON Schema is at /api/v1/schemas/condition. */
        readonly eligibility?: Record<string, unknown>;
        /** @description Where it is shown. */
        readonly touchpoints?: readonly string[];
        /**
         * @description Whose offer it is.
         * @example belvedere
         */
        readonly brand?: string;
        /**
         * @description The set that the phase is of; 'lifecycle' when left out.
         * @example real-estate
         */
        readonly phaseSet?: string;
        /**
         * @description The phase of the journey: the key of one in the set.
         * @example retention
         */
        readonly phase?: string;
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
    };
    /**
     * Offer patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     */
    readonly OfferPatch: Record<string, unknown>;
    /**
     * Offset
     * @description A duration before (-) or after (+).
     * @example -30d
     */
    readonly Offset: string;
    /**
     * Operation
     * @description Something that is done with enrollments of a journey, and how far it has come.
     */
    readonly Operation: {
        /**
         * @description The id of the operation.
         * @example 8812345678901234
         */
        readonly id: string;
        /**
         * @description What is done with each.
         * @enum {string}
         */
        readonly action: "exit" | "move" | "skip" | "retry" | "migrate" | "resume";
        /**
         * @description The key of the journey; null where it was deleted since.
         * @example welcome
         */
        readonly journey: string | null;
        /** @description What was asked for, as it is kept; times are milliseconds since the epoch. */
        readonly order: Record<string, unknown>;
        /**
         * @description Why, for the history and the audit log.
         * @example The offer is over
         */
        readonly reason: string;
        /**
         * @description The name of who asked.
         * @example Ada
         */
        readonly requestedBy: string;
        /**
         * Format: date-time
         * @description When.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly requestedAt: string;
        /**
         * @description Finished: everybody whom it is about has been worked.
         * @enum {string}
         */
        readonly state: "running" | "finished";
        /**
         * @description Enrollments that it is about, as found so far.
         * @example 120
         */
        readonly selected: number;
        /**
         * @description Of these, those that did it.
         * @example 118
         */
        readonly done: number;
        /**
         * @description Those that had ended or gone on when their turn came, or could not do it.
         * @example 2
         */
        readonly missed: number;
        /**
         * Format: date-time
         * @description When the last was worked.
         */
        readonly finishedAt: string | null;
    };
    /**
     * Orphans of a phase set
     * @description What a publish of the draft would leave without its phase.
     */
    readonly OrphansOfAPhaseSet: {
        /**
         * @description The key of the phase set.
         * @example lifecycle
         */
        readonly phaseSet: string;
        /** @description Empty when publishing the draft would leave nothing behind. */
        readonly orphans: readonly {
            /**
             * @description The phase that the draft lacks.
             * @example loyalty
             */
            readonly phase: string;
            /**
             * @description The phase of the draft that is named alike.
             * @example retention
             */
            readonly suggestion: string | null;
            /** @description Where it is named. */
            readonly uses: readonly {
                /**
                 * @description The content type.
                 * @example touchpoints
                 */
                readonly type: string;
                /**
                 * @description The key of the thing.
                 * @example newsletter
                 */
                readonly key: string;
                /**
                 * @description JSON pointer to the place in it.
                 * @example /phase
                 */
                readonly pointer: string;
            }[];
        }[];
    };
    /**
     * Outside call
     * @description A call to another system that a step has asked for.
     */
    readonly OutsideCall: {
        /**
         * @description The id of the call, which every attempt carries as its Idempotency-Key.
         * @example 8812345678901234
         */
        readonly id: string;
        /**
         * @description Your id of the customer; null where they were erased.
         * @example c-1042
         */
        readonly customerId: string | null;
        /**
         * @description The passage through the journey that asked for it.
         * @example 8812345678905678
         */
        readonly enrollmentId: string;
        /**
         * @description The key of the journey; null where it was deleted since, or the customer erased.
         * @example scored
         */
        readonly journey: string | null;
        /**
         * @description The step that asked for it.
         * @example score
         */
        readonly step: string;
        /**
         * @description Which passage of the step it belongs to.
         * @example 1
         */
        readonly visit: number;
        /**
         * @description An address on the web, a connector that does something, or a step of a plugin.
         * @enum {string}
         */
        readonly kind: "host" | "connector" | "step";
        /**
         * @description The host with its port (an underscore before it), the connector, or the type of the step.
         * @example api.example.com
         */
        readonly system: string;
        /** @description What is asked, without what it says of the customer; null once it was forgotten: when the call has succeeded or was withdrawn. */
        readonly request: {
            /**
             * @description Of an address.
             * @example POST
             */
            readonly method?: string;
            /** @description Of an address: up to the question mark. */
            readonly url?: string;
            /**
             * @description Of a connector.
             * @example create-task
             */
            readonly action?: string;
        } | null;
        /**
         * @description Where it is on its way.
         * @enum {string}
         */
        readonly status: "queued" | "calling" | "succeeded" | "failed" | "withdrawn";
        /**
         * @description How often it was made.
         * @example 1
         */
        readonly attempts: number;
        /** @description An attempt was interrupted before its end was known, so that it may have come twice. */
        readonly maybeDuplicate: boolean;
        /** @description Why the last attempt failed; null where nothing failed. */
        readonly failure: {
            /**
             * @description Stable.
             * @example outside.refused
             */
            readonly code: string;
            /**
             * @description In words.
             * @example The other system answered 503.
             */
            readonly detail: string;
            /**
             * @description What an address answered.
             * @example 503
             */
            readonly status?: number;
        } | null;
        /**
         * Format: date-time
         * @description When the step asked for it.
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it is made next; null when it is not.
         */
        readonly nextAttemptAt: string | null;
        /**
         * Format: date-time
         * @description When it succeeded, failed or was withdrawn.
         */
        readonly finishedAt: string | null;
        /**
         * @description The id under which the other system keeps what was made; null where it has told none.
         * @example task-7731
         */
        readonly recordId: string | null;
        /**
         * @description The team of which somebody is to do it; null where it was given to nobody.
         * @example sales
         */
        readonly team: string | null;
        /**
         * @description Who of the team is to do it.
         * @example ann
         */
        readonly owner: string | null;
        /**
         * @description What came of it once a person has done it; null until then.
         * @example reached
         */
        readonly outcome: string | null;
        /**
         * Format: date-time
         * @description When a person has done it; null until then.
         */
        readonly completedAt: string | null;
    };
    /**
     * Page
     * @description Where a list goes on.
     */
    readonly Page: {
        /**
         * @description The cursor of the next page; null on the last.
         * @example eyJmIjoiNnQiLCJwIjpbMV19
         */
        readonly next: string | null;
        /**
         * @description The most that a page holds.
         * @example 50
         */
        readonly limit: number;
        /**
         * @description How many there are in all pages: only with count=true.
         * @example 113
         */
        readonly total?: number;
    };
    /**
     * Part of a conversation
     * @description Something that was said to or by a customer, or of one.
     */
    readonly PartOfAConversation: {
        /**
         * @description The entry; no other of the customer has it.
         * @example event-8812345678901234
         */
        readonly id: string;
        /**
         * Format: date-time
         * @description When it happened.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly at: string;
        /**
         * @description As on the timeline.
         * @example note.added
         */
        readonly name: string;
        /**
         * @description The customer said it, we did, or it was said among ourselves.
         * @enum {string}
         */
        readonly direction: "inbound" | "outbound" | "internal";
        /**
         * @description What it came or went by; null where it had none.
         * @example web
         */
        readonly channel: string | null;
        /**
         * @description Who said it, where that is known.
         * @example Grace, sales
         */
        readonly by: string | null;
        /**
         * @description What it was about, where it has a subject.
         * @example Your order
         */
        readonly subject: string | null;
        /**
         * @description The words; null where they cannot be had any more.
         * @example Wants to be called before noon.
         */
        readonly text: string | null;
        /**
         * @description How it was meant, where that is known: of a note negative, neutral, positive.
         * @example neutral
         */
        readonly sentiment: string | null;
    };
    /**
     * Pause
     * @description Messages are held, or were.
     */
    readonly Pause: {
        /**
         * @description The id of the pause.
         * @example 8812345678901234
         */
        readonly id: string;
        /**
         * @description Messages on this channel.
         * @example email
         */
        readonly channel: string | null;
        /** @description Messages of steps with this touchpoint. */
        readonly touchpoint: string | null;
        /**
         * @description Messages of templates of this category.
         * @enum {string|null}
         */
        readonly category: "marketing" | "transactional" | null;
        /** @description Messages in the name of this brand. */
        readonly brand: string | null;
        /**
         * @description Every message.
         * @example false
         */
        readonly all: boolean;
        /**
         * @description Why.
         * @example Wrong prices in the newsletter
         */
        readonly reason: string;
        /**
         * @description What becomes of held messages.
         * @enum {string}
         */
        readonly then: "send" | "re-decide" | "drop";
        /**
         * @description The age from which they are given up.
         * @example 2d
         */
        readonly olderThan: string | null;
        /**
         * Format: date-time
         * @description When it ends by itself.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly until: string | null;
        /**
         * @description The name of who started it.
         * @example Ada
         */
        readonly createdBy: string;
        /**
         * Format: date-time
         * @description When.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /** @description The name of who ended it; `until` where its time was over. */
        readonly endedBy: string | null;
        /**
         * Format: date-time
         * @description When it ended.
         */
        readonly endedAt: string | null;
        /**
         * @description Messages that it holds now.
         * @example 42
         */
        readonly held: number;
        /**
         * @description Messages let go when it was over.
         * @example 0
         */
        readonly sent: number;
        /**
         * @description Messages given up when it was over.
         * @example 0
         */
        readonly dropped: number;
    };
    /**
     * Pause a journey
     * @description What becomes of those under way, and why.
     */
    readonly PauseAJourney: {
        /**
         * @description hold: those under way stay where they are until it goes on. drop: they leave.
         * @default hold
         * @enum {string}
         */
        readonly inFlight?: "hold" | "drop";
        /**
         * @description Why, for the history and the audit log.
         * @example The offer is over
         */
        readonly reason: string;
    };
    /**
     * Pause count
     * @description How many messages a pause would hold.
     */
    readonly PauseCount: {
        /**
         * @description Of those that wait now; what is decided later comes on top.
         * @example 42
         */
        readonly waiting: number;
    };
    /**
     * Pause subject
     * @description Which messages.
     */
    readonly PauseSubject: {
        /**
         * @description Messages on this channel.
         * @example email
         */
        readonly channel?: string;
        /**
         * @description Messages of steps with this touchpoint.
         * @example marketing-email
         */
        readonly touchpoint?: string;
        /**
         * @description Messages of templates of this category.
         * @enum {string}
         */
        readonly category?: "marketing" | "transactional";
        /**
         * @description Messages in the name of this brand.
         * @example belvedere
         */
        readonly brand?: string;
        /**
         * @description Every message.
         * @example true
         * @constant
         */
        readonly all?: true;
    };
    /**
     * Person
     * @description Who it was: a token, a user, or the product itself.
     */
    readonly Person: {
        /**
         * @description A program with an API token, somebody who has signed in, or the product itself.
         * @enum {string}
         */
        readonly kind: "token" | "user" | "system";
        /**
         * @description Of the token or the user; null of the product.
         * @example 7301
         */
        readonly id: string | null;
        /**
         * @description As it was then.
         * @example Ada
         */
        readonly name: string;
    };
    /**
     * Persona
     * @description Whom journeys are made for: attributes, goals, pains, habits, and who belongs.
     */
    readonly Persona: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description Who they are, in a few sentences.
         * @example Two children, two jobs, no evening free.
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * Format: uri
         * @description A picture to think of them by.
         * @example https://example.com/nadia.jpg
         */
        readonly photoUrl?: string;
        /**
         * @description What they would say.
         * @example Just tell me when it arrives.
         */
        readonly quote?: string | {
            readonly [key: string]: string;
        };
        /** @description What can be counted of them. */
        readonly attributes?: {
            /** @description In years, both ends included. */
            readonly ageRange?: {
                /** @description The lowest; none when left out. */
                readonly from?: number;
                /** @description The highest; none when left out. */
                readonly to?: number;
            };
            /** @description What they live on, both ends included. */
            readonly householdIncome?: {
                /** @description The lowest; none when left out. */
                readonly from?: number;
                /** @description The highest; none when left out. */
                readonly to?: number;
                /**
                 * @description ISO 4217.
                 * @example EUR
                 */
                readonly currency?: string;
                /**
                 * @description The year when left out.
                 * @enum {string}
                 */
                readonly per?: "year" | "month";
            };
            /**
             * @description How they live.
             * @enum {string}
             */
            readonly maritalStatus?: "single" | "partnered" | "married" | "separated" | "divorced" | "widowed" | "any";
            /**
             * @description As they say it themselves.
             * @enum {string}
             */
            readonly gender?: "female" | "male" | "non-binary" | "any";
            /**
             * @description What they do for a living.
             * @example Nurse
             */
            readonly occupation?: string | {
                readonly [key: string]: string;
            };
            /** @description Where they live. */
            readonly location?: {
                /** @description Where they live. */
                readonly countries?: readonly string[];
                /** @description Regions, cities, quarters. */
                readonly areas?: readonly (string | {
                    readonly [key: string]: string;
                })[];
                /**
                 * @description What it is like there.
                 * @enum {string}
                 */
                readonly setting?: "urban" | "suburban" | "rural" | "any";
            };
        };
        /** @description Anything else, by name. */
        readonly other?: {
            readonly [key: string]: (string | number | boolean) | readonly (string | number | boolean)[];
        };
        /** @description What they want to get done. */
        readonly goals?: readonly (string | {
            readonly [key: string]: string;
        })[];
        /** @description What is in their way. */
        readonly pains?: readonly (string | {
            readonly [key: string]: string;
        })[];
        /** @description Why they would not buy. */
        readonly objections?: readonly (string | {
            readonly [key: string]: string;
        })[];
        /** @description What they ask. */
        readonly questions?: readonly (string | {
            readonly [key: string]: string;
        })[];
        /** @description How they like to be contacted, the best way first. */
        readonly preferredContact?: readonly string[];
        /** @description Where they look for solutions. */
        readonly looksForSolutions?: readonly (string | {
            readonly [key: string]: string;
        })[];
        /** @description What they read, watch or listen to. */
        readonly contentFormats?: readonly string[];
        /** @description Whom else they consider. */
        readonly competitors?: readonly {
            /**
             * @description What it is called.
             * @example Rival
             */
            readonly name?: string;
            /**
             * Format: uri
             * @description Its site.
             * @example https://rival.example
             */
            readonly url?: string;
        }[];
        /** @description Which customers are of this persona, by what they are, what they did and where they stand. A condition; its JSON Schema is at /api/v1/schemas/condition. */
        readonly membership?: Record<string, unknown>;
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
        /**
         * @description Changed: published, and the draft has moved on since.
         * @example published
         * @enum {string}
         */
        readonly status: "draft" | "published" | "changed";
        /**
         * @description The number of the published version.
         * @example 3
         */
        readonly version: number | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 7
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When it was last published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When the draft is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
        /**
         * Format: date-time
         * @description With include=reviewDueAt: when it is to be reviewed; null without a review plan.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly reviewDueAt?: string | null;
    };
    /**
     * Persona draft
     * @description A draft may be unfinished.
     */
    readonly PersonaDraft: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description Who they are, in a few sentences.
         * @example Two children, two jobs, no evening free.
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * Format: uri
         * @description A picture to think of them by.
         * @example https://example.com/nadia.jpg
         */
        readonly photoUrl?: string;
        /**
         * @description What they would say.
         * @example Just tell me when it arrives.
         */
        readonly quote?: string | {
            readonly [key: string]: string;
        };
        /** @description What can be counted of them. */
        readonly attributes?: {
            /** @description In years, both ends included. */
            readonly ageRange?: {
                /** @description The lowest; none when left out. */
                readonly from?: number;
                /** @description The highest; none when left out. */
                readonly to?: number;
            };
            /** @description What they live on, both ends included. */
            readonly householdIncome?: {
                /** @description The lowest; none when left out. */
                readonly from?: number;
                /** @description The highest; none when left out. */
                readonly to?: number;
                /**
                 * @description ISO 4217.
                 * @example EUR
                 */
                readonly currency: string;
                /**
                 * @description The year when left out.
                 * @enum {string}
                 */
                readonly per?: "year" | "month";
            };
            /**
             * @description How they live.
             * @enum {string}
             */
            readonly maritalStatus?: "single" | "partnered" | "married" | "separated" | "divorced" | "widowed" | "any";
            /**
             * @description As they say it themselves.
             * @enum {string}
             */
            readonly gender?: "female" | "male" | "non-binary" | "any";
            /**
             * @description What they do for a living.
             * @example Nurse
             */
            readonly occupation?: string | {
                readonly [key: string]: string;
            };
            /** @description Where they live. */
            readonly location?: {
                /** @description Where they live. */
                readonly countries?: readonly string[];
                /** @description Regions, cities, quarters. */
                readonly areas?: readonly (string | {
                    readonly [key: string]: string;
                })[];
                /**
                 * @description What it is like there.
                 * @enum {string}
                 */
                readonly setting?: "urban" | "suburban" | "rural" | "any";
            };
        };
        /** @description Anything else, by name. */
        readonly other?: {
            readonly [key: string]: (string | number | boolean) | readonly (string | number | boolean)[];
        };
        /** @description What they want to get done. */
        readonly goals?: readonly (string | {
            readonly [key: string]: string;
        })[];
        /** @description What is in their way. */
        readonly pains?: readonly (string | {
            readonly [key: string]: string;
        })[];
        /** @description Why they would not buy. */
        readonly objections?: readonly (string | {
            readonly [key: string]: string;
        })[];
        /** @description What they ask. */
        readonly questions?: readonly (string | {
            readonly [key: string]: string;
        })[];
        /** @description How they like to be contacted, the best way first. */
        readonly preferredContact?: readonly string[];
        /** @description Where they look for solutions. */
        readonly looksForSolutions?: readonly (string | {
            readonly [key: string]: string;
        })[];
        /** @description What they read, watch or listen to. */
        readonly contentFormats?: readonly string[];
        /** @description Whom else they consider. */
        readonly competitors?: readonly {
            /**
             * @description What it is called.
             * @example Rival
             */
            readonly name: string;
            /**
             * Format: uri
             * @description Its site.
             * @example https://rival.example
             */
            readonly url?: string;
        }[];
        /** @description Which customers are of this persona, by what they are, what they did and where they stand. A condition; its JSON Schema is at /api/v1/schemas/condition. */
        readonly membership?: Record<string, unknown>;
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
    };
    /**
     * Persona patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     */
    readonly PersonaPatch: Record<string, unknown>;
    /**
     * Persona preview
     * @description A persona that is not saved yet.
     */
    readonly PersonaPreview: {
        /** @description A condition; its JSON Schema is at /api/v1/schemas/condition. */
        readonly membership: Record<string, unknown>;
    };
    /**
     * Personal export
     * @description Everything that is held on a customer.
     */
    readonly PersonalExport: {
        /**
         * @description Your id of the customer.
         * @example c-1042
         */
        readonly id: string;
        /** @description Every id that leads to the customer. */
        readonly ids: readonly string[];
        /**
         * Format: date-time
         * @description When this was put together.
         * @example 2026-06-01T08:00:00.000Z
         */
        readonly exportedAt: string;
        /** @description A member for every table that can hold something of a person. */
        readonly tables: {
            readonly [key: string]: readonly Record<string, unknown>[];
        };
    };
    /**
     * Phase set
     * @description Ordered lists of phases: the five of a lifecycle, the six of a building, any other.
     */
    readonly PhaseSet: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What the set is for.
         * @example The way of a household that buys a flat
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /** @description In the order in which customers go through them. */
        readonly phases?: readonly {
            /**
             * @description The stable name that touchpoints, maps and journeys use.
             * @example awareness
             */
            readonly key?: string;
            /** @description What people call it. */
            readonly name?: string | {
                readonly [key: string]: string;
            };
            /**
             * @description What the customer does in it.
             * @example Hears of us for the first time
             */
            readonly description?: string | {
                readonly [key: string]: string;
            };
            /**
             * @description Its colour on journey maps.
             * @example #0b6e6e
             */
            readonly colour?: string;
        }[];
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
        /**
         * @description Changed: published, and the draft has moved on since.
         * @example published
         * @enum {string}
         */
        readonly status: "draft" | "published" | "changed";
        /**
         * @description The number of the published version.
         * @example 3
         */
        readonly version: number | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 7
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When it was last published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When the draft is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
        /**
         * Format: date-time
         * @description With include=reviewDueAt: when it is to be reviewed; null without a review plan.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly reviewDueAt?: string | null;
    };
    /**
     * Phase set draft
     * @description A draft may be unfinished. To be published it needs phases as well.
     */
    readonly PhaseSetDraft: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What the set is for.
         * @example The way of a household that buys a flat
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /** @description In the order in which customers go through them. */
        readonly phases?: readonly {
            /**
             * @description The stable name that touchpoints, maps and journeys use.
             * @example awareness
             */
            readonly key: string;
            /** @description What people call it. */
            readonly name: string | {
                readonly [key: string]: string;
            };
            /**
             * @description What the customer does in it.
             * @example Hears of us for the first time
             */
            readonly description?: string | {
                readonly [key: string]: string;
            };
            /**
             * @description Its colour on journey maps.
             * @example #0b6e6e
             */
            readonly colour?: string;
        }[];
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
    };
    /**
     * Phase set patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     */
    readonly PhaseSetPatch: Record<string, unknown>;
    /**
     * Planned review
     * @description The review plan of a thing, with the thing.
     */
    readonly PlannedReview: {
        /**
         * @description Of the thing.
         * @example 5101
         */
        readonly id: string;
        /**
         * @description The content type, as in addresses.
         * @example touchpoints
         */
        readonly type: string;
        /**
         * @description The key of the thing.
         * @example shop
         */
        readonly key: string;
        /**
         * @description What people call it, in one language.
         * @example Shop
         */
        readonly name: string;
        /**
         * @description How often: an ISO 8601 duration of years, months, weeks and days.
         * @example P3M
         */
        readonly cadence: string;
        /**
         * @description Who sees to it: an e-mail address, a name, a team.
         * @example ada@example.com
         */
        readonly owner: string | null;
        /**
         * Format: date-time
         * @description When the next review is due.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly dueAt: string;
        /** @description Whether the time has come. */
        readonly due: boolean;
        /**
         * Format: date-time
         * @description When it was last reviewed; null when it never was.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly lastReviewedAt: string | null;
        /**
         * @description What the last review found; null when there was none.
         * @enum {string|null}
         */
        readonly lastOutcome: "keep" | "change" | "retire" | null;
    };
    /**
     * Planned thing
     * @description What an import makes of one thing.
     */
    readonly PlannedThing: {
        /**
         * @description The content type.
         * @example touchpoints
         */
        readonly type: string;
        /**
         * @description The key of the thing.
         * @example marketing-email
         */
        readonly key: string;
        /**
         * @description `kept`: changed there alone, and left so.
         * @example update
         * @enum {string}
         */
        readonly action: "create" | "update" | "unchanged" | "delete" | "kept" | "conflict";
        /**
         * @description Why it is kept or a conflict.
         * @example changed on both sides
         */
        readonly reason: string | null;
        /** @description What happens to it. */
        readonly effects: readonly ("save" | "publish" | "archive" | "unarchive" | "delete")[];
        /** @description It would be put into use, or out of it, were the import to publish. */
        readonly withheld: boolean;
        /** @description What changes in its draft. */
        readonly changes: readonly Schemas["Change"][];
        /** @description The same in words. */
        readonly summary: readonly string[];
    };
    /**
     * Plugin
     * @description A plugin that was found, and whether it works.
     */
    readonly Plugin: {
        /**
         * @description Null where it failed before it said who it is.
         * @example email-smtp
         */
        readonly id: string | null;
        /**
         * @description Its own version.
         * @example 1.0.0
         */
        readonly version: string | null;
        /**
         * @description What it is for.
         * @example Email over SMTP.
         */
        readonly summary: string | null;
        /**
         * @description disabled: what goes by it waits until it is switched on. failed: it was not loaded, and the error says why.
         * @example enabled
         * @enum {string}
         */
        readonly status: "enabled" | "disabled" | "failed";
        /** @description What connectors of it can be set up. */
        readonly connectorTypes: readonly string[];
        /** @description Which steps it adds to journeys. */
        readonly stepTypes: readonly string[];
        /** @description Which tests it adds to conditions. */
        readonly conditionTests: readonly string[];
        /** @description Which helpers it adds to templates. */
        readonly templateHelpers: readonly string[];
        /** @description Who switched it off, when, and why. */
        readonly disabled: {
            /**
             * @description Who.
             * @example ops@example.com
             */
            readonly by: string;
            /**
             * Format: date-time
             * @description When.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly at: string;
            /**
             * @description Why.
             * @example The provider is down
             */
            readonly reason: string | null;
        } | null;
        /** @description Why it was not loaded. */
        readonly error: {
            /**
             * @description Stable.
             * @example plugins.sdk-mismatch
             */
            readonly code: string;
            /**
             * @description In words.
             * @example The plugin needs another SDK.
             */
            readonly detail: string;
        } | null;
    };
    /**
     * Plugin calls
     * @description Calls into a plugin that ended alike.
     */
    readonly PluginCalls: {
        /**
         * @description The connector, or the type of the step.
         * @example mailbox
         */
        readonly name: string;
        /**
         * @description What was asked: open, send, act, receive, verify, step, export, sync.
         * @example send
         */
        readonly capability: string;
        /**
         * @description done, or how it failed: a class of failures; timed-out or broken where the plugin is at fault; refused where no call was made because too many waited or the other side is left alone.
         * @example done
         */
        readonly outcome: string;
        /**
         * @description How many.
         * @example 120
         */
        readonly calls: number;
        /**
         * @description Messages, records, people or rows that went with them.
         * @example 6000
         */
        readonly items: number;
        /**
         * @description How long one took.
         * @example 41.2
         */
        readonly meanMs: number;
        /** @description How many took no longer than that. */
        readonly durations: {
            /**
             * @description Ten milliseconds.
             * @example 80
             */
            readonly within10ms: number;
            /**
             * @description A tenth of a second.
             * @example 119
             */
            readonly within100ms: number;
            /**
             * @description A second.
             * @example 120
             */
            readonly within1s: number;
            /**
             * @description Ten seconds.
             * @example 120
             */
            readonly within10s: number;
        };
    };
    /**
     * Policy attempt
     * @description What a channel policy would make of a message, and why.
     */
    readonly PolicyAttempt: {
        /**
         * Format: date-time
         * @description The moment for which it was decided.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly at: string;
        /**
         * @description send: at once. hold: it would wait until `sendAt`. skip: it would not be sent.
         * @enum {string}
         */
        readonly outcome: "send" | "hold" | "skip";
        /**
         * @description The channel that it would take.
         * @example email
         */
        readonly channel: string | null;
        /**
         * @description What it is for the policies.
         * @example marketing
         */
        readonly category: string | null;
        /**
         * @description What it competes by.
         * @example 50
         */
        readonly priority: number | null;
        /**
         * Format: date-time
         * @description When it would go out.
         */
        readonly sendAt: string | null;
        /**
         * Format: date-time
         * @description Until when it is worth sending.
         */
        readonly expiresAt: string | null;
        /**
         * @description Why it would wait, or not be sent.
         * @example cap-reached
         */
        readonly code: string | null;
        /** @description The same for people. */
        readonly words: string | null;
        /** @description Everything that was looked at, in order. */
        readonly checks: readonly Schemas["PolicyCheck"][];
    };
    /** Policy attempt order */
    readonly PolicyAttemptOrder: {
        /**
         * @description Your id of the customer.
         * @example c-1042
         */
        readonly customer?: string;
        /** @description In place of a customer: somebody with these traits, to whom nothing was sent before. */
        readonly traits?: Record<string, unknown>;
        /**
         * @description The key of the message template.
         * @example welcome-email
         */
        readonly template: string;
        /**
         * @description For a template that names none.
         * @example marketing
         * @enum {string}
         */
        readonly category?: "marketing" | "transactional";
        /**
         * @description A channel; the policy chooses when left out.
         * @example email
         */
        readonly channel?: string;
        /**
         * Format: date-time
         * @description When it would be decided; now when left out.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly at?: string;
    };
    /**
     * Policy check
     * @description One thing that was looked at.
     */
    readonly PolicyCheck: {
        /**
         * @description template, policy, channel, connector, address, consent, category, condition, suppression, hours, time-to-live, cap or arbitration.
         * @example cap
         */
        readonly check: string;
        /**
         * @description The key of the policy that looks at it.
         * @example default
         */
        readonly policy: string;
        /**
         * @description The channel that was looked at.
         * @example email
         */
        readonly channel: string | null;
        /**
         * @description refused: not on this channel. held: later.
         * @enum {string}
         */
        readonly outcome: "passed" | "held" | "refused";
        /**
         * @description Why, where it was not just passed.
         * @example cap-reached
         */
        readonly code: string | null;
        /** @description What was looked at: numbers of caps, times, events. */
        readonly detail: Record<string, unknown>;
        /**
         * @description For people, in the language of `locale`.
         * @example The customer has had 3 of at most 3 messages in 7d (channel policy default).
         */
        readonly words: string;
    };
    /**
     * Preview of members
     * @description How many would belong, and some of them.
     */
    readonly PreviewOfMembers: {
        /**
         * @description How many would belong.
         * @example 1204
         */
        readonly count: number;
        /** @description Counted one by one. Else worked out from a sample. */
        readonly isExact: boolean;
        /**
         * @description How far the count may be out, in 19 of 20 cases; 0 for an exact one.
         * @example 0
         */
        readonly margin: number;
        /**
         * @description How many customers there are.
         * @example 20417
         */
        readonly of: number;
        /** @description Some of those who would belong. */
        readonly sample: readonly {
            /**
             * @description Your own id of the customer.
             * @example c-1042
             */
            readonly id: string;
            /** @description What is known of them. */
            readonly traits: Record<string, unknown>;
        }[];
    };
    /**
     * Previewed channel
     * @description A message on one channel.
     */
    readonly PreviewedChannel: {
        /**
         * @description What it goes out by.
         * @example email
         * @enum {string}
         */
        readonly channel: "email" | "sms" | "push" | "web-push" | "chat" | "webhook" | "letter";
        /**
         * @description Where the customer would get it; null where nowhere, or without a customer.
         * @example ada@example.com
         */
        readonly to: string | null;
        /** @description The sender of the brand; null where the connector has its own. */
        readonly from: Record<string, unknown> | null;
        /** @description What the connector would be handed: subject, html and text of an email; text, encoding and segments of a text message; and so on. Null where it could not be written. */
        readonly content: Record<string, unknown> | null;
        /**
         * @description Its words without markup. Links of a text that are tracked stand there as long as they will be.
         * @example Glad you are here.
         */
        readonly text: string | null;
        /**
         * @description Of the content, in UTF-8.
         * @example 1204
         */
        readonly bytes: number | null;
        /** @description Of a text message. */
        readonly segments: number | null;
        readonly failure: Schemas["MessageFailure"];
    };
    /**
     * Problem
     * @description An error as RFC 9457 has it.
     */
    readonly Problem: {
        /**
         * Format: uri
         * @description `urn:parcours:problem:` and the code.
         * @example urn:parcours:problem:http.invalid-request
         */
        readonly type: string;
        /**
         * @description The kind of problem, in words.
         * @example Invalid request
         */
        readonly title: string;
        /**
         * @description The HTTP status.
         * @example 400
         */
        readonly status: number;
        /**
         * @description What is wrong this time, and what to do.
         * @example The body has 1 defect; see errors.
         */
        readonly detail: string;
        /**
         * @description Stable: decide by this. All are listed in docs/reference/errors.md.
         * @example http.invalid-request
         */
        readonly code: string;
        /**
         * @description The request; also in the header x-request-id.
         * @example urn:uuid:4f0e7a52-4a0c-4f3f-8f5f-6a4f7a1b9c55
         */
        readonly instance: string;
        /** @description What is wrong and where; absent where the problem has no parts. */
        readonly errors?: readonly Schemas["ProblemItem"][];
    };
    /**
     * Problem item
     * @description One defect.
     */
    readonly ProblemItem: {
        /**
         * @description JSON pointer (RFC 6901) to what is wrong.
         * @example /kind
         */
        readonly pointer: string;
        /**
         * @description Stable.
         * @example schema.not-allowed
         */
        readonly code: string;
        /**
         * @description What is wrong and how to put it right.
         * @example Must be one of physical, digital, human, device; it is 'paper'.
         */
        readonly detail: string;
    };
    /**
     * Publish
     * @description How to publish.
     */
    readonly Publish: {
        /**
         * @description What changed, for the history.
         * @example Shorter subject
         */
        readonly note?: string;
        /**
         * Format: date-time
         * @description A time to come (RFC 3339); at once when left out.
         * @example 2030-03-02T08:00:00Z
         */
        readonly at?: string;
    };
    /**
     * Publish journey templates
     * @description How to publish.
     */
    readonly PublishJourneyTemplates: {
        /**
         * @description What changed, for the history.
         * @example Shorter subject
         */
        readonly note?: string;
        /**
         * Format: date-time
         * @description A time to come (RFC 3339); at once when left out.
         * @example 2030-03-02T08:00:00Z
         */
        readonly at?: string;
        /**
         * @description migrate: those under way go over to the new version, where it has a step of the same key and type; see migration-preview.
         * @default keep
         * @enum {string}
         */
        readonly enrollments?: "keep" | "migrate";
    };
    /** Readiness */
    readonly Readiness: {
        /**
         * @description The only one: anything else is a problem.
         * @constant
         */
        readonly status: "ready";
        /** @description The parts that were asked. */
        readonly checks: {
            readonly [key: string]: "ok";
        };
    };
    /**
     * Reason
     * @description Why it is done.
     */
    readonly Reason: {
        /**
         * @description Why, for the history and the audit log.
         * @example The offer is over
         */
        readonly reason: string;
    };
    /**
     * Recorded actor
     * @description Who did it, as they were called then.
     */
    readonly RecordedActor: {
        /**
         * @description Somebody who has signed in, a program with an API token, or the product itself.
         * @enum {string}
         */
        readonly kind: "user" | "token" | "system";
        /**
         * @description Of the user or API token; null of the system.
         * @example 6917529027641081
         */
        readonly id: string | null;
        /**
         * @description As it was then.
         * @example Ada Lovelace
         */
        readonly name: string;
    };
    /**
     * Recorded review
     * @description A review, and when the next one is due.
     */
    readonly RecordedReview: {
        /**
         * @description Of the review.
         * @example 9201
         */
        readonly id: string;
        /**
         * @description What is to become of it: it stays, it has to be changed, it has had its day.
         * @enum {string}
         */
        readonly outcome: "keep" | "change" | "retire";
        /**
         * @description What was seen.
         * @example Opens have halved since spring.
         */
        readonly note: string | null;
        /** @description What comes of it. */
        readonly decisions: readonly {
            /**
             * @description What is to be done.
             * @example Try a shorter subject
             */
            readonly text: string;
            /**
             * @description Who sees to it: an e-mail address, a name, a team.
             * @example ada@example.com
             */
            readonly owner?: string;
            /**
             * Format: date
             * @description By when.
             * @example 2030-03-31
             */
            readonly due?: string;
        }[];
        /**
         * @description Which version was published then; null when none was.
         * @example 3
         */
        readonly version: number | null;
        readonly by: Schemas["Person"];
        /**
         * Format: date-time
         * @description When it was recorded.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When the next review is due; null where no reviews are planned.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly nextDueAt: string | null;
    };
    /**
     * Refresh
     * @description What a session is carried on with.
     */
    readonly Refresh: {
        /**
         * @description The last one that was answered: each works once.
         * @example prr_8sKd2LmQ4vXz.Yt6WnB1cRfUgHjEaPoIk3M5q7S9w0D2xVbNl
         */
        readonly refreshToken: string;
    };
    /**
     * Release
     * @description Things that are published, or taken out of use, together.
     */
    readonly Release: {
        /**
         * @description Its id.
         * @example 8812345678901234
         */
        readonly id: string;
        /**
         * @description What people call it.
         * @example Spring launch
         */
        readonly name: string;
        /**
         * @description For the history of each member.
         * @example The spring campaign
         */
        readonly note: string | null;
        /**
         * @description What has become of it.
         * @enum {string}
         */
        readonly status: "open" | "scheduled" | "published" | "rolled-back";
        /** @description What is in it. */
        readonly items: readonly {
            /**
             * @description The content type.
             * @enum {string}
             */
            readonly type: "phase-sets" | "touchpoints" | "personas" | "journey-maps" | "brands" | "surveys" | "kpis" | "offers" | "event-definitions" | "segments" | "traits" | "topics" | "connectors" | "crm-syncs" | "message-templates" | "channel-policies" | "teams" | "journey-templates" | "webhooks" | "custom-fields";
            /**
             * @description The key of the thing.
             * @example spring-offer
             */
            readonly key: string;
            /**
             * @description Whether to publish its draft or to take it out of use.
             * @enum {string}
             */
            readonly action: "publish" | "unpublish";
            /**
             * @description Before the release; once it is published.
             * @example 3
             */
            readonly before?: number | null;
            /**
             * @description By the release; once it is published.
             * @example 3
             */
            readonly after?: number | null;
        }[];
        /**
         * @description Counts the changes; also the ETag.
         * @example 2
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /**
         * Format: date-time
         * @description When it was published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * @description The name of who created it.
         * @example campaign tool
         */
        readonly createdBy: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
    };
    /**
     * Release publish
     * @description When to publish it.
     */
    readonly ReleasePublish: {
        /**
         * Format: date-time
         * @description A time to come (RFC 3339); at once when left out.
         * @example 2030-03-02T08:00:00Z
         */
        readonly at?: string;
    };
    /**
     * Replay
     * @description Which deliveries to make once more.
     */
    readonly Replay: {
        /**
         * Format: date-time
         * @description Deliveries that were first queued at this time or later.
         * @example 2030-03-02T08:00:00Z
         */
        readonly since: string;
        /**
         * @description Those that were given up, or those that have arrived too.
         * @default dead
         * @enum {string}
         */
        readonly of?: "dead" | "all";
    };
    /**
     * Replayed
     * @description What a replay has set going.
     */
    readonly Replayed: {
        /**
         * @description How many are delivered again.
         * @example 12
         */
        readonly queued: number;
    };
    /**
     * Replayed goal
     * @description How often a goal was reached.
     */
    readonly ReplayedGoal: {
        /**
         * @description The key of the goal.
         * @example activated
         */
        readonly goal: string;
        /**
         * @description How often.
         * @example 120
         */
        readonly reached: number;
        /**
         * @description The sum of what they were worth.
         * @example 1250.5
         */
        readonly value: number;
    };
    /**
     * Replayed step
     * @description What a step came to.
     */
    readonly ReplayedStep: {
        /**
         * @description The key of the step.
         * @example hello
         */
        readonly step: string;
        /**
         * @description Its type.
         * @example message
         */
        readonly type: string;
        /**
         * @description How often it was left.
         * @example 120
         */
        readonly left: number;
        /**
         * @description How many stand at it in the end.
         * @example 120
         */
        readonly standing: number;
        /** @description How often by each code. */
        readonly codes: {
            readonly [key: string]: number;
        };
        /** @description From coming to it to leaving it. */
        readonly duration: {
            /**
             * @description How often it was measured.
             * @example 120
             */
            readonly count: number;
            /**
             * @description Half of them take no longer.
             * @example 86400000
             */
            readonly p50Ms: number | null;
            /**
             * @description 95 % of them take no longer.
             * @example 86400000
             */
            readonly p95Ms: number | null;
        };
    };
    /**
     * Result of a journey test
     * @description Whether a test of a journey has passed, and what happened in it.
     */
    readonly ResultOfAJourneyTest: {
        /**
         * @description What the test shows.
         * @example makes a report, then is thanked
         */
        readonly name: string;
        /**
         * @description Whether all that it expects came true.
         * @example true
         */
        readonly passed: boolean;
        /** @description What did not come true. */
        readonly failures: readonly {
            /**
             * @description JSON pointer (RFC 6901) into the draft.
             * @example /tests/0/expect/1
             */
            readonly pointer: string;
            /**
             * @description What was expected, and what happened instead.
             * @example Expected the message thanks; it was never sent.
             */
            readonly message: string;
        }[];
        /** @description All that happened, a line each. */
        readonly transcript: readonly string[];
    };
    /**
     * Results of journey tests
     * @description What came of the tests of a draft.
     */
    readonly ResultsOfJourneyTests: {
        /**
         * @description How many have passed.
         * @example 1
         */
        readonly passed: number;
        /**
         * @description How many have not.
         * @example 0
         */
        readonly failed: number;
        /** @description Each, in the order of the draft. */
        readonly tests: readonly Schemas["ResultOfAJourneyTest"][];
    };
    /**
     * Retried messages
     * @description How many messages are sent again, 10000 at a time.
     */
    readonly RetriedMessages: {
        /**
         * @description How many can be sent again.
         * @example 42
         */
        readonly matching: number;
        /**
         * @description How many are: none in a dry run, and not those that caps have no room for.
         * @example 42
         */
        readonly retried: number;
        /**
         * @description There are more: ask again.
         * @example false
         */
        readonly hasMore: boolean;
    };
    /**
     * Retry of failed messages
     * @description Which of the messages that have failed for good. Every member has to hold.
     */
    readonly RetryOfFailedMessages: {
        /**
         * @description The key of the connector that was to send them.
         * @example mailbox
         */
        readonly connector?: string;
        /**
         * @description The key of the journey that they belong to.
         * @example welcome
         */
        readonly journey?: string;
        /**
         * @description Of the failure.
         * @example smtp.message-refused
         */
        readonly code?: string;
        /**
         * Format: date-time
         * @description When they were decided at the earliest; a week ago by default.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly createdSince?: string;
        /**
         * Format: date-time
         * @description Before when they were decided; by default all until now.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly createdUntil?: string;
        /**
         * @description True counts them and changes nothing.
         * @example true
         */
        readonly dryRun?: boolean;
    };
    /**
     * Review
     * @description Somebody has looked at a thing again.
     */
    readonly Review: {
        /**
         * @description Of the review.
         * @example 9201
         */
        readonly id: string;
        /**
         * @description What is to become of it: it stays, it has to be changed, it has had its day.
         * @enum {string}
         */
        readonly outcome: "keep" | "change" | "retire";
        /**
         * @description What was seen.
         * @example Opens have halved since spring.
         */
        readonly note: string | null;
        /** @description What comes of it. */
        readonly decisions: readonly {
            /**
             * @description What is to be done.
             * @example Try a shorter subject
             */
            readonly text: string;
            /**
             * @description Who sees to it: an e-mail address, a name, a team.
             * @example ada@example.com
             */
            readonly owner?: string;
            /**
             * Format: date
             * @description By when.
             * @example 2030-03-31
             */
            readonly due?: string;
        }[];
        /**
         * @description Which version was published then; null when none was.
         * @example 3
         */
        readonly version: number | null;
        readonly by: Schemas["Person"];
        /**
         * Format: date-time
         * @description When it was recorded.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
    };
    /**
     * Review plan
     * @description When something is looked at again, and who sees to it.
     */
    readonly ReviewPlan: {
        /**
         * @description How often: an ISO 8601 duration of years, months, weeks and days.
         * @example P3M
         */
        readonly cadence: string;
        /**
         * @description Who sees to it: an e-mail address, a name, a team.
         * @example ada@example.com
         */
        readonly owner: string | null;
        /**
         * Format: date-time
         * @description When the next review is due.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly dueAt: string;
        /** @description Whether the time has come. */
        readonly due: boolean;
        /**
         * Format: date-time
         * @description When it was last reviewed; null when it never was.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly lastReviewedAt: string | null;
        /**
         * @description What the last review found; null when there was none.
         * @enum {string|null}
         */
        readonly lastOutcome: "keep" | "change" | "retire" | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 1
         */
        readonly revision: number;
    };
    /**
     * Role
     * @description A bundle of scopes that users and API tokens can have.
     */
    readonly Role: {
        /**
         * @description The stable name of the role; it never changes.
         * @example translator
         */
        readonly key: string;
        /**
         * @description What people call the role.
         * @example Translator
         */
        readonly name: string;
        /**
         * @description Whom it is for.
         * @example Agencies that write in other languages
         */
        readonly description: string | null;
        /** @description What the role allows: `area:action`, `area:*` or `*`. */
        readonly scopes: readonly string[];
        /** @description A built-in role cannot be changed. */
        readonly builtIn: boolean;
        /**
         * @description Counts the changes; also the ETag. 0 for a built-in role.
         * @example 1
         */
        readonly revision: number;
    };
    /**
     * Schedule failure
     * @description Why the last planned publish did not happen; null when it did, or none was planned.
     */
    readonly ScheduleFailure: {
        /**
         * Format: date-time
         * @description When it failed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly at: string;
        /**
         * @description As in a problem.
         * @example content.not-publishable
         */
        readonly code: string;
        /**
         * @description Why, for people.
         * @example The touchpoint 'welcome-email' has 1 error that stops it from being published; see errors.
         */
        readonly detail: string;
        /** @description What was wrong, and where. */
        readonly errors?: readonly {
            /**
             * @description JSON pointer to it.
             * @example /policy
             */
            readonly pointer: string;
            /**
             * @description As in a finding.
             * @example content.unknown-reference
             */
            readonly code: string;
            /**
             * @description What is the matter.
             * @example There is no channel policy 'defualt'.
             */
            readonly detail: string;
        }[];
    } | null;
    /**
     * Secret
     * @description A secret that steps can name; its value is in no answer.
     */
    readonly Secret: {
        /**
         * @description What steps call the secret.
         * @example crm-token
         */
        readonly name: string;
        /** @description The hosts that it may be sent to, with their ports where those are others than 443 and 80. */
        readonly hosts: readonly string[];
        /**
         * Format: date-time
         * @description When it was first set.
         * @example 2026-06-01T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last set.
         * @example 2026-06-01T08:00:00.000Z
         */
        readonly updatedAt: string;
    };
    /**
     * Secret order
     * @description What is kept encrypted, and where it may go.
     */
    readonly SecretOrder: {
        /**
         * @description The whole value of the header. It can be replaced, and never read.
         * @example Bearer 3f9c2a
         */
        readonly value: string;
        /** @description The hosts that it may be sent to, with their ports where those are others than 443 and 80. */
        readonly hosts: readonly string[];
    };
    /**
     * Segment
     * @description Groups of customers: those who fit a condition, or those on a list.
     */
    readonly Segment: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description Who they are, and what for.
         * @example For the offers of spring
         */
        readonly description?: string;
        /**
         * @description dynamic: whoever fits the condition at the time. static: the customers on the list.
         * @enum {string}
         */
        readonly kind?: "dynamic" | "static";
        /** @description For dynamic ones: about the customer, what they did and where they stand. A condition; its JSON Schema is at /api/v1/schemas/condition. */
        readonly condition?: Record<string, unknown>;
        /** @description For static ones: the ids of the customers. */
        readonly customers?: readonly string[];
        /** @description Only those who are in every one of these segments too. */
        readonly within?: readonly string[];
        /** @description Without those who are in any of these segments. */
        readonly except?: readonly string[];
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
        /**
         * @description Changed: published, and the draft has moved on since.
         * @example published
         * @enum {string}
         */
        readonly status: "draft" | "published" | "changed";
        /**
         * @description The number of the published version.
         * @example 3
         */
        readonly version: number | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 7
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When it was last published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When the draft is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
        /**
         * Format: date-time
         * @description With include=reviewDueAt: when it is to be reviewed; null without a review plan.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly reviewDueAt?: string | null;
    };
    /**
     * Segment draft
     * @description A draft may be unfinished. To be published it needs kind as well.
     */
    readonly SegmentDraft: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description Who they are, and what for.
         * @example For the offers of spring
         */
        readonly description?: string;
        /**
         * @description dynamic: whoever fits the condition at the time. static: the customers on the list.
         * @enum {string}
         */
        readonly kind?: "dynamic" | "static";
        /** @description For dynamic ones: about the customer, what they did and where they stand. A condition; its JSON Schema is at /api/v1/schemas/condition. */
        readonly condition?: Record<string, unknown>;
        /** @description For static ones: the ids of the customers. */
        readonly customers?: readonly string[];
        /** @description Only those who are in every one of these segments too. */
        readonly within?: readonly string[];
        /** @description Without those who are in any of these segments. */
        readonly except?: readonly string[];
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
    };
    /**
     * Segment patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     */
    readonly SegmentPatch: Record<string, unknown>;
    /**
     * Segment preview
     * @description A segment that is not saved yet.
     */
    readonly SegmentPreview: {
        /** @description A condition; its JSON Schema is at /api/v1/schemas/condition. */
        readonly condition?: Record<string, unknown>;
        /** @description A list of customers, in place of a condition. */
        readonly customers?: readonly string[];
        /** @description Only those who are in each of these published segments. */
        readonly within?: readonly string[];
        /** @description Without those who are in one of these published segments. */
        readonly except?: readonly string[];
    };
    /**
     * Sender domain
     * @description A domain whose first days a plan holds back.
     */
    readonly SenderDomain: {
        /**
         * @description Where emails come from.
         * @example news.example.com
         */
        readonly domain: string;
        /** @description Keys of the brands whose senders have the plan. */
        readonly brands: readonly string[];
        /**
         * @description 1 for the first day of the plan; less before it begins.
         * @example 3
         */
        readonly day: number;
        /**
         * Format: date
         * @description Today, in the zone of the plan.
         * @example 2026-03-04
         */
        readonly date: string;
        /**
         * @description Emails that may leave today.
         * @example 500
         */
        readonly limit: number;
        /**
         * @description Emails that were let out today, whether they arrived or not.
         * @example 120
         */
        readonly sent: number;
        /**
         * Format: date-time
         * @description When the next day begins.
         */
        readonly endsAt: string;
    };
    /**
     * Session
     * @description Somewhere that you are signed in.
     */
    readonly Session: {
        /**
         * @description Of the session.
         * @example 6917529027641204
         */
        readonly id: string;
        /** @description The one that this call is made from. */
        readonly isCurrent: boolean;
        /**
         * Format: date-time
         * @description When you signed in.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description To a quarter of an hour.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly lastUsedAt: string;
        /**
         * Format: date-time
         * @description When it is over, unless it is carried on before.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly expiresAt: string;
        /**
         * @description The network address that it was opened from.
         * @example 203.0.113.7
         */
        readonly address: string;
        /**
         * @description What the client called itself.
         * @example Mozilla/5.0 (X11; Linux x86_64)
         */
        readonly userAgent: string | null;
    };
    /**
     * Session tokens
     * @description A session, with what calls are made with and what it is carried on with.
     */
    readonly SessionTokens: {
        /**
         * @description For `Authorization: Bearer`: `prs_…`.
         * @example prs_Zb3Wq9LxT1vKc5RmY7uHn2JdPf8sGa4EoQi6XkVtBwM
         */
        readonly accessToken: string;
        /**
         * Format: date-time
         * @description A quarter of an hour from now.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly accessExpiresAt: string;
        /**
         * @description For POST /auth/refresh, once: `prr_…`.
         * @example prr_8sKd2LmQ4vXz.Yt6WnB1cRfUgHjEaPoIk3M5q7S9w0D2xVbNl
         */
        readonly refreshToken: string;
        /**
         * Format: date-time
         * @description When the session is over, unless it is refreshed before.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly refreshExpiresAt: string;
        /**
         * Format: date-time
         * @description When it is over in any case.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly sessionExpiresAt: string;
        /**
         * @description Of the session, which `GET /auth/sessions` lists.
         * @example 6917529027641204
         */
        readonly sessionId: string;
    };
    /**
     * Sign in
     * @description An e-mail address and the password to it.
     */
    readonly SignIn: {
        /**
         * @description Of the user; upper and lower case make no difference.
         * @example ada@example.com
         */
        readonly email: string;
        /**
         * Format: password
         * @description The password.
         * @example marble otter seventeen
         */
        readonly password: string;
    };
    /**
     * Simulated enrollment
     * @description A passage, where it stands at the end.
     */
    readonly SimulatedEnrollment: {
        /**
         * @description Whether it would go on.
         * @enum {string}
         */
        readonly state: "active" | "ended";
        /**
         * @description Where it stands; null once it has ended.
         * @example hello
         */
        readonly step: string | null;
        /**
         * Format: date-time
         * @description When it would go on by itself; null where it would not.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly dueAt: string | null;
        /**
         * @description Why it ended; null while it goes on.
         * @example completed
         */
        readonly endReason: string | null;
        /** @description The goals that were reached. */
        readonly goals: readonly string[];
        /** @description Whether it is in the control group. */
        readonly heldOut: boolean;
    };
    /**
     * Simulation
     * @description What came of leading one customer through a draft.
     */
    readonly Simulation: {
        /**
         * Format: date-time
         * @description When it begins, on the virtual clock.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly startedAt: string;
        /**
         * Format: date-time
         * @description When nothing more could happen, or the simulation was over.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly endedAt: string;
        /**
         * @description False where it went on and on and was stopped.
         * @example true
         */
        readonly complete: boolean;
        /** @description All that happened, in order. What sends has the text as the customer would read it. */
        readonly happenings: readonly Schemas["Happening"][];
        /** @description The passages, where they stand at the end. */
        readonly enrollments: readonly Schemas["SimulatedEnrollment"][];
        /** @description The traits of the customer at the end. */
        readonly traits: Record<string, unknown>;
    };
    /**
     * Status of a CRM sync
     * @description How far both sides are, and what stands between them.
     */
    readonly StatusOfACRMSync: {
        /**
         * @description Whether somebody is at it, and how it went last.
         * @example waiting
         * @enum {string}
         */
        readonly state: "running" | "waiting" | "failing" | "paused";
        /**
         * Format: date-time
         * @description When the first run began.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly since: string;
        /**
         * Format: date-time
         * @description When the last whole run ended.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly lastRunAt: string | null;
        /**
         * Format: date-time
         * @description When the next one begins, or is tried again; null while it is paused.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly nextRunAt: string | null;
        /** @description By kind of record. */
        readonly kinds: readonly {
            /**
             * @description A kind of record.
             * @example person
             */
            readonly kind: string;
            /**
             * @description Everything was read once; changes follow.
             * @example true
             */
            readonly isLoaded: boolean;
            /**
             * @description Records that were read since the last beginning.
             * @example 12
             */
            readonly read: number;
            /**
             * @description How many there are, where the CRM says so.
             * @example 100000
             */
            readonly total: number | null;
            /**
             * @description Where the reading goes on, in the words of the connector.
             * @example 1767225600000:412
             */
            readonly cursor: string | null;
        }[];
        /** @description Since the first run. */
        readonly counts: {
            /**
             * @description Customers who were made.
             * @example 12
             */
            readonly created: number;
            /**
             * @description Customers and people who were found to be one.
             * @example 12
             */
            readonly linked: number;
            /**
             * @description Changes that customers have learned from the CRM.
             * @example 12
             */
            readonly changed: number;
            /**
             * @description Values that both sides had changed.
             * @example 12
             */
            readonly conflicts: number;
            /**
             * @description Records that were deleted there.
             * @example 12
             */
            readonly deleted: number;
            /**
             * @description Changes that the CRM was told.
             * @example 12
             */
            readonly sent: number;
            /**
             * @description Events that records were told as.
             * @example 12
             */
            readonly events: number;
            /**
             * @description Records about people who are nobody here.
             * @example 12
             */
            readonly unmatched: number;
            /**
             * @description People whom the CRM has deleted because their customers were erased here.
             * @example 12
             */
            readonly forgotten: number;
        };
        /** @description Who is who, by how it stands. */
        readonly links: {
            /**
             * @description People who are customers.
             * @example 12
             */
            readonly linked: number;
            /**
             * @description People who were deleted there.
             * @example 12
             */
            readonly gone: number;
            /**
             * @description People whose customers were erased here and whom the CRM still has. Unless `onErasure` is `forget`, whoever keeps it has to delete them.
             * @example 12
             */
            readonly erased: number;
        };
        /** @description Why the last try failed; null when all is well. */
        readonly failure: {
            /**
             * @description What it means.
             * @example misconfigured
             */
            readonly class: string;
            /**
             * @description Stable.
             * @example hubspot.not-authorised
             */
            readonly code: string;
            /**
             * @description In words, without secrets.
             * @example The token expired.
             */
            readonly detail: string;
            /**
             * Format: date-time
             * @description When.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly at: string;
            /**
             * @description How often in a row.
             * @example 1
             */
            readonly attempt: number;
        } | null;
        /** @description Records that are not in step, each until it is. Codes of our own: crm.customer-ambiguous, crm.customer-taken, crm.record-taken, crm.merged-there, crm.id-too-long; others are the connector's. */
        readonly issues: {
            /**
             * @description How many.
             * @example 12
             */
            readonly count: number;
            /** @description The last twenty. */
            readonly latest: readonly {
                /**
                 * @description A record, or a customer.
                 * @example person/123
                 */
                readonly subject: string;
                /**
                 * @description Who is concerned.
                 * @example ada
                 */
                readonly customerId: string | null;
                /**
                 * @description Stable.
                 * @example crm.customer-taken
                 */
                readonly code: string;
                /**
                 * @description In words.
                 * @example The customer is 77 there already.
                 */
                readonly detail: string;
                /**
                 * Format: date-time
                 * @description When.
                 * @example 2026-03-02T08:00:00.000Z
                 */
                readonly at: string;
            }[];
        };
    };
    /**
     * Status of an export
     * @description How far a connector has brought what happened into its warehouse.
     */
    readonly StatusOfAnExport: {
        /**
         * @description Whether somebody is at it, and how it went last.
         * @example waiting
         * @enum {string}
         */
        readonly state: "running" | "waiting" | "failing";
        /**
         * Format: date-time
         * @description When it is gone on with.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly nextAt: string;
        /** @description By stream. */
        readonly streams: readonly {
            /**
             * @description What is exported.
             * @example events
             * @enum {string}
             */
            readonly stream: "events" | "enrollments";
            /**
             * @description Rows that were kept since the beginning.
             * @example 12000
             */
            readonly rows: number;
            /**
             * Format: date-time
             * @description Whatever came in before was exported; null before the first time.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly upTo: string | null;
            /**
             * Format: date-time
             * @description When the last batch was kept.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly lastAt: string | null;
        }[];
        /** @description Why the last batch was not kept; null when all is well. */
        readonly failure: {
            /**
             * @description Of which stream; null where the connector could not be opened.
             * @example events
             */
            readonly stream: string | null;
            /**
             * @description What it means.
             * @example misconfigured
             */
            readonly class: string;
            /**
             * @description Stable.
             * @example warehouse.not-authorised
             */
            readonly code: string;
            /**
             * @description In words, without secrets.
             * @example The token expired.
             */
            readonly detail: string;
            /**
             * Format: date-time
             * @description When.
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly at: string;
            /**
             * @description How often in a row.
             * @example 1
             */
            readonly attempt: number;
        } | null;
    };
    /**
     * Action
     * @description Has a connector do something in another system, such as creating a task, and can wait for the event by which it is done.
     */
    readonly StepAction: {
        /** @constant */
        readonly type: "action";
        /** @description A connector that offers the action. */
        readonly connector: Schemas["Key"];
        /**
         * @description The action, by the name that the connector gives it.
         * @example create-task
         */
        readonly action: Schemas["Key"];
        /** @description What the action asks for. Values such as {{customer.first_name}} are read. */
        readonly input?: Record<string, unknown>;
        /**
         * @description What is kept of what the action answers: output, or a path in it.
         * @example output.id
         */
        readonly save?: string;
        /**
         * @description What it is called in the context: context.task.
         * @example score
         */
        readonly as?: string;
        /**
         * @description The event of the customer that is waited for once the action has succeeded.
         * @example task.completed
         */
        readonly wait?: Schemas["EventName"];
        /** @description Ways out by what came of it, which the event tells as its property outcome; next for any other. */
        readonly ways?: {
            readonly [key: string]: Schemas["StepKey"];
        };
        /**
         * @description What came of it is kept under this name: context.call.outcome, context.call.note.
         * @example call
         */
        readonly outcomeAs?: string;
        /** @description How long it waits for the event, and the way out when the time is over. */
        readonly timeout?: {
            readonly after: Schemas["Duration"];
            readonly next: Schemas["StepKey"];
        };
        /** @description What the person who takes over is told of the customer, beside what the action itself asks for. */
        readonly handOver?: {
            /** @description Traits, by their paths, as they are when the step is entered. */
            readonly traits: readonly string[];
        };
        /** @description Gives it to the members of a team in turn. */
        readonly owner?: {
            /**
             * @description The team; whoever of it is away is passed over.
             * @example sales
             */
            readonly team: Schemas["Key"];
            /**
             * @description The member of the input that takes the key of whose turn it is.
             * @default owner
             * @example ownerId
             */
            readonly into?: string;
            /**
             * @description The customer keeps whom they had of this team last, unless that member is away or gone.
             * @default false
             */
            readonly keep?: boolean;
        };
        /** @description Other ways out than next. */
        readonly on?: {
            readonly failed?: Schemas["StepKey"];
        };
        readonly next: Schemas["StepKey"];
    };
    /**
     * Branch
     * @description Goes the way of the first case whose condition holds, else the way of `else`.
     */
    readonly StepBranch: {
        /** @constant */
        readonly type: "branch";
        /** @description Asked in this order. */
        readonly cases: readonly {
            readonly when: Schemas["Condition"];
            readonly next: Schemas["StepKey"];
        }[];
        readonly else: Schemas["StepKey"];
    };
    /**
     * Choice
     * @description Sends a message in which the customer chooses what comes next, by a link for each option or by a word that they reply.
     */
    readonly StepChoice: {
        /** @constant */
        readonly type: "choice";
        /** @description The message template. It reads choices, and choice.<key>.url. */
        readonly template: Schemas["Key"];
        /** @description The touchpoint that this message is. */
        readonly touchpoint?: Schemas["Key"];
        /**
         * @description The channel policy.
         * @default default
         */
        readonly policy?: Schemas["Key"];
        /**
         * @description A channel such as email; policy: the channel policy chooses; preferred: it does, beginning with the channels that the customer takes to.
         * @default policy
         */
        readonly channel?: string;
        /** @description What can be chosen. */
        readonly options: readonly {
            /** @description Its name, in conditions and records. */
            readonly key: string;
            /**
             * @description What the customer reads.
             * @example Call me
             */
            readonly label: string | {
                readonly [key: string]: string;
            };
            /**
             * @description What the customer replies to choose it; capitals make no difference.
             * @example 1
             */
            readonly keyword?: string;
            readonly next: Schemas["StepKey"];
        }[];
        /** @description How long it waits, and the way out when the time is over. */
        readonly timeout: {
            readonly after: Schemas["Duration"];
            readonly next: Schemas["StepKey"];
        };
        /** @description Another way out where the message is not sent; else that of the timeout. */
        readonly on?: {
            readonly skipped: Schemas["StepKey"];
        };
    };
    /**
     * Emit
     * @description Raises an event of the customer: other journeys and segments see it as if it had been sent in.
     */
    readonly StepEmit: {
        /** @constant */
        readonly type: "emit";
        readonly event: Schemas["EventName"];
        /** @description Properties of the event. {{event.amount}}, {{customer.plan}} and {{step.key}} are read. */
        readonly properties?: Record<string, unknown>;
        readonly next: Schemas["StepKey"];
    };
    /**
     * Exit
     * @description Ends the journey for this customer.
     */
    readonly StepExit: {
        /** @constant */
        readonly type: "exit";
        /**
         * @description Why it ends, for reports.
         * @default completed
         */
        readonly reason?: string;
    };
    /**
     * HTTP call
     * @description Calls an address on the web, waits for the answer, and can keep a part of it. What fails for a while is tried again with the same Idempotency-Key.
     */
    readonly StepHttp: {
        /** @constant */
        readonly type: "http";
        /**
         * @description The method of the call.
         * @default POST
         * @enum {unknown}
         */
        readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
        /**
         * @description Values such as {{customer.id}} may stand after the host; they are encoded.
         * @example https://api.example.com/scores/{{customer.id}}
         */
        readonly url: string;
        /** @description Further headers. A text is stored as it is written, and is no place for secrets: name one that is kept encrypted. */
        readonly headers?: {
            readonly [key: string]: string | {
                /** @description The name of a secret that holds the whole value. */
                readonly secret: Schemas["Key"];
            };
        };
        /** @description A text is sent as it is, anything else as JSON. Values such as {{event.amount}} are read. */
        readonly body?: unknown;
        /**
         * @description What of the answer is kept: response.status, response.body, or a path in the body.
         * @example response.body.score
         */
        readonly save?: string;
        /**
         * @description What it is called in the context: context.score.
         * @example score
         */
        readonly as?: string;
        /**
         * @description How long an attempt may take; 60s at most.
         * @default 10s
         */
        readonly timeout?: Schemas["Duration"];
        /** @description Other ways out than next. */
        readonly on?: {
            readonly failed?: Schemas["StepKey"];
        };
        readonly next: Schemas["StepKey"];
    };
    /**
     * Journey
     * @description Lets the customer into another journey, whose conditions and re-entry rules hold, or takes them out of it.
     */
    readonly StepJourney: {
        /** @constant */
        readonly type: "journey";
        /** @description The journey to enter. */
        readonly enter?: Schemas["Key"];
        /** @description The journey to leave, wherever in it the customer is. */
        readonly leave?: Schemas["Key"];
        readonly next: Schemas["StepKey"];
    };
    /**
     * Step
     * @description The key of a step.
     * @example hello
     */
    readonly StepKey: string;
    /**
     * Message
     * @description Sends a message, if the channel policy lets it, and goes on at once; with on.sent or on.failed it waits for the outcome.
     */
    readonly StepMessage: {
        /** @constant */
        readonly type: "message";
        /** @description The message template. */
        readonly template?: Schemas["Key"];
        /** @description Several templates, of which each customer gets one, in place of the template. */
        readonly experiment?: {
            /** @description The templates. */
            readonly variants: readonly {
                /** @description A message template. */
                readonly template: Schemas["Key"];
                /**
                 * @description Its share beside the others; of the method fixed.
                 * @default 1
                 */
                readonly weight?: number;
            }[];
            /**
             * @description What a good variant brings about: message.opened, message.clicked, or a goal of the journey.
             * @enum {unknown}
             */
            readonly optimise: "opened" | "clicked" | "goal";
            /**
             * @description fixed: shares by weights. thompson: the variant that works best is drawn more and more often.
             * @default fixed
             * @enum {unknown}
             */
            readonly method?: "fixed" | "thompson";
        };
        /** @description The touchpoint that this message is. */
        readonly touchpoint?: Schemas["Key"];
        /**
         * @description The channel policy.
         * @default default
         */
        readonly policy?: Schemas["Key"];
        /**
         * @description A channel such as email; policy: the channel policy chooses; preferred: it does, beginning with the channels that the customer takes to.
         * @default policy
         */
        readonly channel?: string;
        /** @description Other ways out than next. */
        readonly on?: {
            readonly sent?: Schemas["StepKey"];
            readonly skipped?: Schemas["StepKey"];
            readonly failed?: Schemas["StepKey"];
        };
        readonly next: Schemas["StepKey"];
    };
    /**
     * Offer
     * @description Makes the customer one of several offers, among those that they can have, and goes on at once. It can learn which one works.
     */
    readonly StepOffer: {
        /** @constant */
        readonly type: "offer";
        /** @description The offers. */
        readonly from: readonly Schemas["Key"][];
        /**
         * @description fixed: the first that the customer can have. weighted: drawn by weights. thompson: drawn by what has worked so far.
         * @enum {unknown}
         */
        readonly by: "thompson" | "fixed" | "weighted";
        /** @description Of the draw by weights: how often each offer is drawn beside the others; 1 where nothing is said. */
        readonly weights?: {
            readonly [key: string]: number;
        };
        /**
         * @description What a good offer brings about: offer.accepted, message.clicked, or a goal of the journey.
         * @default accepted
         * @enum {unknown}
         */
        readonly optimise?: "accepted" | "clicked" | "goal";
        /** @description The message template. It reads offer, such as offer.headline. */
        readonly template: Schemas["Key"];
        /** @description The touchpoint that this message is. */
        readonly touchpoint?: Schemas["Key"];
        /**
         * @description The channel policy.
         * @default default
         */
        readonly policy?: Schemas["Key"];
        /**
         * @description A channel such as email; policy: the channel policy chooses; preferred: it does, beginning with the channels that the customer takes to.
         * @default policy
         */
        readonly channel?: string;
        /** @description Another way out where there is no offer for the customer, or the message is not sent. */
        readonly on?: {
            readonly skipped: Schemas["StepKey"];
        };
        readonly next: Schemas["StepKey"];
    };
    /**
     * Step of a plugin
     * @description Has a plugin decide the way. Its type is plugin.name; GET /api/v1/schemas/journey-definition lists those of the plugins that are loaded.
     */
    readonly StepPlugin: {
        /**
         * @description The plugin and its type of step.
         * @example crm.credit
         */
        readonly type: string;
        /** @description What the plugin is told. Values such as {{customer.first_name}} are read. */
        readonly config?: Record<string, unknown>;
        /**
         * @description What is kept of what the plugin answers: output, or a path in it.
         * @example output.limit
         */
        readonly save?: string;
        /**
         * @description What it is called in the context: context.limit.
         * @example score
         */
        readonly as?: string;
        /** @description Steps by the way that the plugin answers; any other way is next. */
        readonly ways?: {
            readonly [key: string]: Schemas["StepKey"];
        };
        /** @description The way out when every attempt has failed; default next. */
        readonly on?: {
            readonly failed?: Schemas["StepKey"];
        };
        readonly next: Schemas["StepKey"];
    };
    /**
     * Split
     * @description Sends customers different ways, by shares that add up to 100. The same customer always goes the same way.
     */
    readonly StepSplit: {
        /** @constant */
        readonly type: "split";
        /** @description The ways, each with its share. */
        readonly arms: readonly {
            /** @description The name of the way, in records and figures. */
            readonly key: string;
            /** @description Share in percent. */
            readonly weight: number;
            readonly next: Schemas["StepKey"];
        }[];
    };
    /**
     * Survey
     * @description Sends an invitation to a survey, waits for the answer, and goes on by its score.
     */
    readonly StepSurvey: {
        /** @constant */
        readonly type: "survey";
        /** @description The survey. */
        readonly survey: Schemas["Key"];
        /** @description The message template that invites. It reads survey.url. */
        readonly template: Schemas["Key"];
        /** @description The touchpoint that this message is. */
        readonly touchpoint?: Schemas["Key"];
        /**
         * @description The channel policy.
         * @default default
         */
        readonly policy?: Schemas["Key"];
        /**
         * @description A channel such as email; policy: the channel policy chooses; preferred: it does, beginning with the channels that the customer takes to.
         * @default policy
         */
        readonly channel?: string;
        /** @description Ways by the score, asked in this order. */
        readonly cases?: readonly {
            /** @description What the score has to be. */
            readonly score: {
                /**
                 * @description Exactly this.
                 * @example 6
                 */
                readonly is?: number;
                /**
                 * @description Less than.
                 * @example 6
                 */
                readonly lt?: number;
                /**
                 * @description Less than or equal.
                 * @example 6
                 */
                readonly lte?: number;
                /**
                 * @description Greater than.
                 * @example 6
                 */
                readonly gt?: number;
                /**
                 * @description Greater than or equal.
                 * @example 6
                 */
                readonly gte?: number;
            };
            readonly next: Schemas["StepKey"];
        }[];
        /** @description Where an answer leads that no case is for. */
        readonly answered: Schemas["StepKey"];
        /** @description How long it waits, and the way out when the time is over. */
        readonly timeout: {
            readonly after: Schemas["Duration"];
            readonly next: Schemas["StepKey"];
        };
        /** @description Another way out where the message is not sent; else that of the timeout. */
        readonly on?: {
            readonly skipped: Schemas["StepKey"];
        };
    };
    /**
     * Update
     * @description Sets, removes and counts up traits of the customer; adds and removes tags; decides on consents.
     */
    readonly StepUpdate: {
        /** @constant */
        readonly type: "update";
        /** @description Values by trait. A text that is exactly {{event.amount}} becomes that value, with its type. */
        readonly set?: Record<string, unknown>;
        /** @description Traits to remove. */
        readonly unset?: readonly string[];
        /** @description What to add to each trait; one that holds no number counts from 0. */
        readonly increment?: {
            readonly [key: string]: number | string;
        };
        /** @description Tags to add and to remove. */
        readonly tags?: {
            /** @description Tags to add. */
            readonly add?: readonly string[];
            /** @description Tags to remove. */
            readonly remove?: readonly string[];
        };
        /** @description What the customer lets be sent from now on. Say it only where the customer has said it. */
        readonly consent?: readonly {
            /**
             * @description What the messages come by.
             * @example email
             */
            readonly channel: Schemas["Key"];
            /**
             * @description The key of a topic; * for the whole channel.
             * @example newsletter
             */
            readonly topic: string;
            /**
             * @description What is decided.
             * @enum {unknown}
             */
            readonly state: "granted" | "denied" | "pending" | "unknown";
        }[];
        readonly next: Schemas["StepKey"];
    };
    /**
     * Wait
     * @description Rests for a time, until the next time of day, or until a date of the customer.
     */
    readonly StepWait: {
        /** @constant */
        readonly type: "wait";
        readonly for?: Schemas["Duration"];
        /** @description A time of day, or the date in a trait with an offset. */
        readonly until?: {
            /** @description HH:MM */
            readonly time?: string;
            /** @description On these days alone. */
            readonly weekdays?: readonly ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
            /** @default customer */
            readonly timezone?: Schemas["Timezone"];
            /** @description A trait that holds an RFC 3339 instant, or a date: midnight in the customer’s zone. */
            readonly trait?: string;
            readonly offset?: Schemas["Offset"];
        };
        readonly next: Schemas["StepKey"];
    };
    /**
     * Wait for events
     * @description Rests until the first of several events comes (any), or every one (all), or the time is over.
     */
    readonly StepWaitFor: {
        /** @constant */
        readonly type: "wait-for";
        /** @description The first of these to come wins. */
        readonly any?: readonly {
            readonly event?: Schemas["EventName"];
            readonly where?: Schemas["Condition"];
            readonly segment?: Schemas["Key"];
            readonly persona?: Schemas["Key"];
            /**
             * @description Whether the customer comes into the segment or persona, or goes out of it.
             * @enum {unknown}
             */
            readonly on?: "enter" | "exit";
            /** @description The step whose message meets with a reaction. */
            readonly message?: Schemas["StepKey"];
            /**
             * @description What becomes of the message.
             * @enum {unknown}
             */
            readonly is?: "delivered" | "opened" | "clicked" | "bounced" | "replied";
            readonly next?: Schemas["StepKey"];
        }[];
        /** @description Every one of these has to come, in any order. */
        readonly all?: readonly {
            readonly event?: Schemas["EventName"];
            readonly where?: Schemas["Condition"];
            readonly segment?: Schemas["Key"];
            readonly persona?: Schemas["Key"];
            /**
             * @description Whether the customer comes into the segment or persona, or goes out of it.
             * @enum {unknown}
             */
            readonly on?: "enter" | "exit";
            /** @description The step whose message meets with a reaction. */
            readonly message?: Schemas["StepKey"];
            /**
             * @description What becomes of the message.
             * @enum {unknown}
             */
            readonly is?: "delivered" | "opened" | "clicked" | "bounced" | "replied";
        }[];
        /** @description How long it waits, and the way out when the time is over. */
        readonly timeout?: {
            readonly after: Schemas["Duration"];
            readonly next: Schemas["StepKey"];
        };
        readonly next?: Schemas["StepKey"];
    };
    /**
     * Suppression
     * @description An address that gets nothing.
     */
    readonly Suppression: {
        /**
         * @description The id of the suppression.
         * @example 8812345678901234
         */
        readonly id: string;
        /**
         * @description What messages come by, such as email or sms.
         * @example email
         */
        readonly channel: string;
        /**
         * @description As it is compared: emails in lower case, numbers in E.164.
         * @example ada@example.com
         */
        readonly address: string;
        /**
         * @description Why nothing is sent to it.
         * @enum {string}
         */
        readonly reason: "bounced" | "complained" | "requested" | "invalid" | "legal" | "manual";
        /**
         * @description For whoever wonders later.
         * @example By letter of 2 March.
         */
        readonly note: string | null;
        /**
         * @description Counts the changes; the ETag.
         * @example 1
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was added to the list.
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description From then on messages are sent again; never, when left out or null.
         * @example 2027-01-01T00:00:00.000Z
         */
        readonly expiresAt: string | null;
    };
    /**
     * Survey
     * @description Questions with a scale: NPS, CSAT of 5 or 7 points, CES, yes or no.
     */
    readonly Survey: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What is to be learnt by it.
         * @example Whether support is easy to reach
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description nps: would you recommend us, 0 to 10. csat-5, csat-7: how satisfied, 1 to 5 or 7. ces: how easy, 1 to 7. yes-no: 0 or 1.
         * @example nps
         * @enum {string}
         */
        readonly kind?: "nps" | "csat-5" | "csat-7" | "ces" | "yes-no";
        /** @description The one question. */
        readonly question?: string | {
            readonly [key: string]: string;
        };
        /** @description What the ends of the scale are called. */
        readonly labels?: {
            /** @description At the lowest answer; of yes-no the word for no. */
            readonly low?: string | {
                readonly [key: string]: string;
            };
            /** @description At the highest answer; of yes-no the word for yes. */
            readonly high?: string | {
                readonly [key: string]: string;
            };
        };
        /** @description What is asked next, by the answer. */
        readonly followUps?: readonly {
            /** @description Both ends included. */
            readonly when?: {
                /**
                 * @description The lowest answer.
                 * @example 3
                 */
                readonly from?: number;
                /**
                 * @description The highest answer.
                 * @example 3
                 */
                readonly to?: number;
            };
            /** @description Answered in words. */
            readonly question?: string | {
                readonly [key: string]: string;
            };
        }[];
        /** @description What is sent in answer, once for each answer, by the score. */
        readonly acknowledge?: readonly {
            /** @description Both ends included. */
            readonly when?: {
                /**
                 * @description The lowest answer.
                 * @example 3
                 */
                readonly from?: number;
                /**
                 * @description The highest answer.
                 * @example 3
                 */
                readonly to?: number;
            };
            /**
             * @description What is sent. It reads answer.score and answer.comment.
             * @example thanks-promoter
             */
            readonly template?: string;
            /**
             * @description How it is sent; default when left out.
             * @example service
             */
            readonly policy?: string;
            /**
             * @description Where it is sent; that of the survey when left out.
             * @example marketing-email
             */
            readonly touchpoint?: string;
        }[];
        /** @description Where customers are led, by the score. */
        readonly leadsTo?: readonly {
            /** @description Both ends included. */
            readonly when?: {
                /**
                 * @description The lowest answer.
                 * @example 3
                 */
                readonly from?: number;
                /**
                 * @description The highest answer.
                 * @example 3
                 */
                readonly to?: number;
            };
            /**
             * @description The journey that the customer enters; it reads context.answer.
             * @example detractor-follow-up
             */
            readonly journey?: string;
        }[];
        /**
         * @description What is shown at the end.
         * @example Thank you: we read every answer.
         */
        readonly thanks?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description The touchpoint that it asks about.
         * @example support-call
         */
        readonly touchpoint?: string;
        /**
         * @description The brand that its page wears.
         * @example belvedere
         */
        readonly brand?: string;
        /**
         * @description How long a link can be answered.
         * @example 30d
         */
        readonly expiresAfter?: string;
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
        /**
         * @description Changed: published, and the draft has moved on since.
         * @example published
         * @enum {string}
         */
        readonly status: "draft" | "published" | "changed";
        /**
         * @description The number of the published version.
         * @example 3
         */
        readonly version: number | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 7
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When it was last published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When the draft is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
        /**
         * Format: date-time
         * @description With include=reviewDueAt: when it is to be reviewed; null without a review plan.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly reviewDueAt?: string | null;
    };
    /**
     * Survey answer
     * @description What a customer has answered to a survey.
     */
    readonly SurveyAnswer: {
        /**
         * @description The id of the answer.
         * @example 8812345678901234
         */
        readonly id: string;
        /**
         * @description Your id of the customer; null where they were erased.
         * @example c-1042
         */
        readonly customerId: string | null;
        /**
         * @description The key of the journey that has asked; null where it was deleted since.
         * @example welcome
         */
        readonly journey: string | null;
        /**
         * @description The step that has asked.
         * @example ask
         */
        readonly step: string;
        /**
         * @description The passage in which it was asked.
         * @example 8812345678901000
         */
        readonly enrollmentId: string;
        /**
         * @description The published version of the survey.
         * @example 2
         */
        readonly version: number;
        /**
         * @description The answer, on the scale of the survey.
         * @example 9
         */
        readonly score: number;
        /**
         * @description What was added in words.
         * @example Quick and friendly
         */
        readonly comment: string | null;
        /**
         * Format: date-time
         * @description When it was answered.
         */
        readonly answeredAt: string;
    };
    /**
     * Survey draft
     * @description A draft may be unfinished. To be published it needs kind, question as well.
     */
    readonly SurveyDraft: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What is to be learnt by it.
         * @example Whether support is easy to reach
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description nps: would you recommend us, 0 to 10. csat-5, csat-7: how satisfied, 1 to 5 or 7. ces: how easy, 1 to 7. yes-no: 0 or 1.
         * @example nps
         * @enum {string}
         */
        readonly kind?: "nps" | "csat-5" | "csat-7" | "ces" | "yes-no";
        /** @description The one question. */
        readonly question?: string | {
            readonly [key: string]: string;
        };
        /** @description What the ends of the scale are called. */
        readonly labels?: {
            /** @description At the lowest answer; of yes-no the word for no. */
            readonly low?: string | {
                readonly [key: string]: string;
            };
            /** @description At the highest answer; of yes-no the word for yes. */
            readonly high?: string | {
                readonly [key: string]: string;
            };
        };
        /** @description What is asked next, by the answer. */
        readonly followUps?: readonly {
            /** @description Both ends included. */
            readonly when: {
                /**
                 * @description The lowest answer.
                 * @example 3
                 */
                readonly from: number;
                /**
                 * @description The highest answer.
                 * @example 3
                 */
                readonly to: number;
            };
            /** @description Answered in words. */
            readonly question: string | {
                readonly [key: string]: string;
            };
        }[];
        /** @description What is sent in answer, once for each answer, by the score. */
        readonly acknowledge?: readonly {
            /** @description Both ends included. */
            readonly when: {
                /**
                 * @description The lowest answer.
                 * @example 3
                 */
                readonly from: number;
                /**
                 * @description The highest answer.
                 * @example 3
                 */
                readonly to: number;
            };
            /**
             * @description What is sent. It reads answer.score and answer.comment.
             * @example thanks-promoter
             */
            readonly template: string;
            /**
             * @description How it is sent; default when left out.
             * @example service
             */
            readonly policy?: string;
            /**
             * @description Where it is sent; that of the survey when left out.
             * @example marketing-email
             */
            readonly touchpoint?: string;
        }[];
        /** @description Where customers are led, by the score. */
        readonly leadsTo?: readonly {
            /** @description Both ends included. */
            readonly when: {
                /**
                 * @description The lowest answer.
                 * @example 3
                 */
                readonly from: number;
                /**
                 * @description The highest answer.
                 * @example 3
                 */
                readonly to: number;
            };
            /**
             * @description The journey that the customer enters; it reads context.answer.
             * @example detractor-follow-up
             */
            readonly journey: string;
        }[];
        /**
         * @description What is shown at the end.
         * @example Thank you: we read every answer.
         */
        readonly thanks?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description The touchpoint that it asks about.
         * @example support-call
         */
        readonly touchpoint?: string;
        /**
         * @description The brand that its page wears.
         * @example belvedere
         */
        readonly brand?: string;
        /**
         * @description How long a link can be answered.
         * @example 30d
         */
        readonly expiresAfter?: string;
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
    };
    /**
     * Survey patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     */
    readonly SurveyPatch: Record<string, unknown>;
    /**
     * Switching a plugin off
     * @description Why, for the audit log.
     */
    readonly SwitchingAPluginOff: {
        /**
         * @description Why.
         * @example The provider is down
         */
        readonly reason?: string;
    };
    /**
     * Team
     * @description People to whom journeys hand customers over, in turn.
     */
    readonly Team: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What is handed over to it.
         * @example Takes over who wants an offer.
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /** @description Whose turn it is goes round in this order. */
        readonly members?: readonly {
            /**
             * @description As the other system calls them; actions are told this.
             * @example 00590000001AbcD
             */
            readonly key?: string;
            /**
             * @description For whoever reads it.
             * @example Ann
             */
            readonly name?: string;
            /** @description When they are not there: they are passed over. */
            readonly away?: readonly {
                /**
                 * Format: date-time
                 * @description From when on.
                 * @example 2026-08-03T00:00:00Z
                 */
                readonly from?: string;
                /**
                 * Format: date-time
                 * @description From when on they are back; until further notice when left out.
                 * @example 2026-08-17T00:00:00Z
                 */
                readonly until?: string;
            }[];
        }[];
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
        /**
         * @description Changed: published, and the draft has moved on since.
         * @example published
         * @enum {string}
         */
        readonly status: "draft" | "published" | "changed";
        /**
         * @description The number of the published version.
         * @example 3
         */
        readonly version: number | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 7
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When it was last published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When the draft is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
        /**
         * Format: date-time
         * @description With include=reviewDueAt: when it is to be reviewed; null without a review plan.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly reviewDueAt?: string | null;
    };
    /**
     * Team draft
     * @description A draft may be unfinished. To be published it needs members as well.
     */
    readonly TeamDraft: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What is handed over to it.
         * @example Takes over who wants an offer.
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /** @description Whose turn it is goes round in this order. */
        readonly members?: readonly {
            /**
             * @description As the other system calls them; actions are told this.
             * @example 00590000001AbcD
             */
            readonly key: string;
            /**
             * @description For whoever reads it.
             * @example Ann
             */
            readonly name?: string;
            /** @description When they are not there: they are passed over. */
            readonly away?: readonly {
                /**
                 * Format: date-time
                 * @description From when on.
                 * @example 2026-08-03T00:00:00Z
                 */
                readonly from: string;
                /**
                 * Format: date-time
                 * @description From when on they are back; until further notice when left out.
                 * @example 2026-08-17T00:00:00Z
                 */
                readonly until?: string;
            }[];
        }[];
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
    };
    /**
     * Team patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     */
    readonly TeamPatch: Record<string, unknown>;
    /**
     * Template helper
     * @description What templates of messages can call.
     */
    readonly TemplateHelper: {
        /**
         * @description What stands first in the tag.
         * @example crm.points
         */
        readonly name: string;
        /**
         * @description The plugin that it comes from; null where it is built in.
         * @example crm
         */
        readonly plugin: string | null;
        /**
         * @description How it is called.
         * @example {{crm.points value}}
         */
        readonly usage: string;
        /**
         * @description What it writes.
         * @example Points in words.
         */
        readonly summary: string;
    };
    /**
     * Template preview
     * @description A template as a customer would receive it.
     */
    readonly TemplatePreview: {
        /**
         * @description The language that was asked for.
         * @example fr
         */
        readonly locale: string;
        /**
         * @description The key of its brand.
         * @example belvedere
         */
        readonly brand: string | null;
        /** @description One for each channel. */
        readonly channels: readonly Schemas["PreviewedChannel"][];
        /** @description What the template reads. */
        readonly variables: readonly {
            /**
             * @description Dotted; * stands for any item.
             * @example customer.first_name
             */
            readonly path: string;
            /** @description Nothing is sent without it. */
            readonly required: boolean;
            /** @description False where a placeholder stands in the preview, or nothing. */
            readonly given: boolean;
        }[];
        /** @description What is wrong with the template, and what would make its messages look like spam. */
        readonly findings: readonly {
            /**
             * @description Stable.
             * @example templates.subject-capitals
             */
            readonly code: string;
            /**
             * @description An error stops a publish.
             * @enum {string}
             */
            readonly severity: "error" | "warning";
            /**
             * @description JSON pointer into the template.
             * @example /channels/email/subject
             */
            readonly pointer: string;
            /**
             * @description What is the matter.
             * @example The subject is written in capitals, as spam is.
             */
            readonly message: string;
            /**
             * @description What would put it right.
             * @example Begin it with https://.
             */
            readonly suggestion?: string;
        }[];
    };
    /**
     * Template test
     * @description What became of a test.
     */
    readonly TemplateTest: {
        /**
         * @description What the provider knows it by.
         * @example test-8812345678901234
         */
        readonly id: string;
        /**
         * @description Where it went.
         * @example ada@example.com
         */
        readonly to: string;
        /**
         * @description Whether the provider took it.
         * @enum {string}
         */
        readonly status: "sent" | "failed";
        /** @description What the provider calls it. */
        readonly providerId: string | null;
        readonly failure: Schemas["TestFailure"];
    };
    /** Whether the customer can be reached on a channel */
    readonly TestChannel: {
        /** @description Reachable: there is an address for the channel, and the channel as a whole is not refused. */
        readonly channel: {
            /** @description Such as sms. */
            readonly name: string;
            /** @description false: where they cannot be reached. */
            readonly reachable: boolean;
        };
    };
    /** A consent of the customer */
    readonly TestConsent: {
        /** @description In place of operators: the channel, the topic (the channel as a whole without one), and what it `is`: granted, denied, pending or unknown. */
        readonly consent: {
            /** @description Such as email. */
            readonly channel: string;
            /** @description The key of a topic; the channel as a whole when left out. */
            readonly topic?: string;
            /**
             * @description unknown: nothing was decided. pending: asked for, and not confirmed yet.
             * @enum {unknown}
             */
            readonly is: "granted" | "denied" | "pending" | "unknown";
        };
    };
    /** A member of what the enrollment carries */
    readonly TestContext: {
        /**
         * @description A dotted path.
         * @example plan
         */
        readonly context: string;
        /** @description Equal, without any change of type. */
        readonly is?: string | number | boolean;
        /** @description Known and not equal. */
        readonly "is-not"?: string | number | boolean;
        /** @description One of these. */
        readonly in?: readonly (string | number | boolean)[];
        /** @description Known and none of these. */
        readonly "not-in"?: readonly (string | number | boolean)[];
        /**
         * @description Greater than.
         * @example 100
         */
        readonly gt?: number;
        /**
         * @description Greater than or equal.
         * @example 100
         */
        readonly gte?: number;
        /**
         * @description Less than.
         * @example 100
         */
        readonly lt?: number;
        /**
         * @description Less than or equal.
         * @example 100
         */
        readonly lte?: number;
        /** @description A part of a text, or a member of a list. */
        readonly contains?: string | number | boolean;
        /**
         * @description The text begins so.
         * @example FR
         */
        readonly "starts-with"?: string;
        /**
         * @description The text ends so.
         * @example FR
         */
        readonly "ends-with"?: string;
        /**
         * @description An RE2 pattern, found anywhere in the text unless anchored with ^ and $.
         * @example ^FR[0-9]{2}
         */
        readonly matches?: string;
        /** @description Whether the value is known: present and not null. */
        readonly exists?: boolean;
        /**
         * @description Earlier than.
         * @example 2026-03-02T08:00:00Z
         */
        readonly before?: string;
        /**
         * @description Later than.
         * @example 2026-03-02T08:00:00Z
         */
        readonly after?: string;
        /**
         * @description The yearly return of the date lies within this time from now.
         * @example 7d
         */
        readonly "anniversary-within"?: string;
    };
    /** Events of the customer */
    readonly TestEvent: {
        /** @description The name of the event, exactly as it is sent. */
        readonly event: string;
        /** @description About each event: tests of its properties. */
        readonly where?: Schemas["EventCondition"];
        /**
         * @description Only what is younger than this.
         * @example 30d
         */
        readonly within?: string;
        /** @description How many there are; at least one when nothing is asked. */
        readonly count?: {
            /**
             * @description The number is = this one.
             * @example 2
             */
            readonly is?: number;
            /**
             * @description The number is > this one.
             * @example 2
             */
            readonly gt?: number;
            /**
             * @description The number is >= this one.
             * @example 2
             */
            readonly gte?: number;
            /**
             * @description The number is < this one.
             * @example 2
             */
            readonly lt?: number;
            /**
             * @description The number is <= this one.
             * @example 2
             */
            readonly lte?: number;
        };
        /** @description Of the values that are numbers; 0 where there is none. */
        readonly sum?: {
            /**
             * @description A property.
             * @example amount
             */
            readonly of: string;
            /**
             * @description The number is = this one.
             * @example 2
             */
            readonly is?: number;
            /**
             * @description The number is > this one.
             * @example 2
             */
            readonly gt?: number;
            /**
             * @description The number is >= this one.
             * @example 2
             */
            readonly gte?: number;
            /**
             * @description The number is < this one.
             * @example 2
             */
            readonly lt?: number;
            /**
             * @description The number is <= this one.
             * @example 2
             */
            readonly lte?: number;
        };
        /** @description The mean of the values that are numbers. */
        readonly avg?: {
            /**
             * @description A property.
             * @example amount
             */
            readonly of: string;
            /**
             * @description The number is = this one.
             * @example 2
             */
            readonly is?: number;
            /**
             * @description The number is > this one.
             * @example 2
             */
            readonly gt?: number;
            /**
             * @description The number is >= this one.
             * @example 2
             */
            readonly gte?: number;
            /**
             * @description The number is < this one.
             * @example 2
             */
            readonly lt?: number;
            /**
             * @description The number is <= this one.
             * @example 2
             */
            readonly lte?: number;
        };
        /** @description The least of the values that are numbers. */
        readonly min?: {
            /**
             * @description A property.
             * @example amount
             */
            readonly of: string;
            /**
             * @description The number is = this one.
             * @example 2
             */
            readonly is?: number;
            /**
             * @description The number is > this one.
             * @example 2
             */
            readonly gt?: number;
            /**
             * @description The number is >= this one.
             * @example 2
             */
            readonly gte?: number;
            /**
             * @description The number is < this one.
             * @example 2
             */
            readonly lt?: number;
            /**
             * @description The number is <= this one.
             * @example 2
             */
            readonly lte?: number;
        };
        /** @description The greatest of the values that are numbers. */
        readonly max?: {
            /**
             * @description A property.
             * @example amount
             */
            readonly of: string;
            /**
             * @description The number is = this one.
             * @example 2
             */
            readonly is?: number;
            /**
             * @description The number is > this one.
             * @example 2
             */
            readonly gt?: number;
            /**
             * @description The number is >= this one.
             * @example 2
             */
            readonly gte?: number;
            /**
             * @description The number is < this one.
             * @example 2
             */
            readonly lt?: number;
            /**
             * @description The number is <= this one.
             * @example 2
             */
            readonly lte?: number;
        };
        /** @description When the first one happened. */
        readonly first?: {
            /**
             * @description Earlier than this moment.
             * @example -30d
             */
            readonly before?: string;
            /**
             * @description Later than this moment.
             * @example -30d
             */
            readonly after?: string;
        };
        /** @description When the last one happened. */
        readonly last?: {
            /**
             * @description Earlier than this moment.
             * @example -30d
             */
            readonly before?: string;
            /**
             * @description Later than this moment.
             * @example -30d
             */
            readonly after?: string;
        };
    };
    /**
     * Test failure
     * @description Why the provider did not take it; null when it did.
     */
    readonly TestFailure: {
        /**
         * @description As in a problem.
         * @example templates.variable-missing
         */
        readonly code: string;
        /**
         * @description What is the matter.
         * @example Line 1, column 4: 'event.order' has no value.
         */
        readonly detail: string;
    } | null;
    /** A journey */
    readonly TestJourney: {
        /**
         * @description The journey that it is about.
         * @example welcome
         */
        readonly journey: string;
        /**
         * @description active: under way. completed: has come to one of its ends at least once. converted: has reached one of its goals at least once.
         * @enum {unknown}
         */
        readonly state?: "active" | "completed" | "converted";
        /** @description Under way in it, or not. */
        readonly in?: boolean;
    };
    /** What became of messages */
    readonly TestMessage: {
        /** @description The key of a message template. */
        readonly message: string;
        /**
         * @description What became of a message.
         * @enum {unknown}
         */
        readonly is: "sent" | "delivered" | "opened" | "clicked" | "bounced" | "replied" | "skipped" | "failed";
        /**
         * @description Only what is younger than this.
         * @example 30d
         */
        readonly within?: string;
    };
    /**
     * Test of a plugin
     * @description A test that conditions can ask: `{ "test": "crm.good-standing", "with": { … } }`.
     */
    readonly TestOfAPlugin: {
        /**
         * @description What stands in `test`.
         * @example crm.good-standing
         */
        readonly name: string;
        /**
         * @description The plugin that it comes from.
         * @example crm
         */
        readonly plugin: string;
        /** @description What it says, after "if the customer". */
        readonly words: {
            /**
             * @description In English.
             * @example is in good standing
             */
            readonly en: string;
            /**
             * @description In French.
             * @example est en règle
             */
            readonly fr: string;
        };
        /**
         * @description What it is about.
         * @example Owes no more than is allowed.
         */
        readonly description: string;
        /** @description JSON Schema (draft 2020-12) of `with`. */
        readonly configSchema: Record<string, unknown>;
    };
    /** A persona */
    readonly TestPersona: {
        /**
         * @description The persona that it is about.
         * @example vip
         */
        readonly persona: string;
        /**
         * @description False asks for the opposite.
         * @default true
         */
        readonly in?: boolean;
    };
    /** The channel that the customer prefers */
    readonly TestPreferred: {
        /**
         * @description The channel that the customer names in the trait preferred_channel; else the one that their reactions to messages speak for.
         * @example sms
         */
        readonly preferred: string;
    };
    /** A property of the event at hand */
    readonly TestProperty: {
        /**
         * @description A dotted path.
         * @example plan
         */
        readonly property: string;
        /** @description Equal, without any change of type. */
        readonly is?: string | number | boolean;
        /** @description Known and not equal. */
        readonly "is-not"?: string | number | boolean;
        /** @description One of these. */
        readonly in?: readonly (string | number | boolean)[];
        /** @description Known and none of these. */
        readonly "not-in"?: readonly (string | number | boolean)[];
        /**
         * @description Greater than.
         * @example 100
         */
        readonly gt?: number;
        /**
         * @description Greater than or equal.
         * @example 100
         */
        readonly gte?: number;
        /**
         * @description Less than.
         * @example 100
         */
        readonly lt?: number;
        /**
         * @description Less than or equal.
         * @example 100
         */
        readonly lte?: number;
        /** @description A part of a text, or a member of a list. */
        readonly contains?: string | number | boolean;
        /**
         * @description The text begins so.
         * @example FR
         */
        readonly "starts-with"?: string;
        /**
         * @description The text ends so.
         * @example FR
         */
        readonly "ends-with"?: string;
        /**
         * @description An RE2 pattern, found anywhere in the text unless anchored with ^ and $.
         * @example ^FR[0-9]{2}
         */
        readonly matches?: string;
        /** @description Whether the value is known: present and not null. */
        readonly exists?: boolean;
        /**
         * @description Earlier than.
         * @example 2026-03-02T08:00:00Z
         */
        readonly before?: string;
        /**
         * @description Later than.
         * @example 2026-03-02T08:00:00Z
         */
        readonly after?: string;
        /**
         * @description The yearly return of the date lies within this time from now.
         * @example 7d
         */
        readonly "anniversary-within"?: string;
    };
    /** A segment */
    readonly TestSegment: {
        /**
         * @description The segment that it is about.
         * @example vip
         */
        readonly segment: string;
        /**
         * @description False asks for the opposite.
         * @default true
         */
        readonly in?: boolean;
    };
    /** A tag of the customer */
    readonly TestTag: {
        /**
         * @description The tag that it is about.
         * @example vip
         */
        readonly tag: string;
        /**
         * @description False asks for the opposite.
         * @default true
         */
        readonly in?: boolean;
    };
    /** A test of a plugin */
    readonly TestTest: {
        /**
         * @description The plugin, a dot and the name of the test. Where no loaded plugin has it, it fails.
         * @example crm.good-standing
         */
        readonly test: string;
        /** @description What the test asks for, checked against its own schema: see GET /condition-tests. */
        readonly with?: Record<string, unknown>;
    };
    /** A trait of the customer */
    readonly TestTrait: {
        /**
         * @description A dotted path.
         * @example plan
         */
        readonly trait: string;
        /** @description Equal, without any change of type. */
        readonly is?: string | number | boolean;
        /** @description Known and not equal. */
        readonly "is-not"?: string | number | boolean;
        /** @description One of these. */
        readonly in?: readonly (string | number | boolean)[];
        /** @description Known and none of these. */
        readonly "not-in"?: readonly (string | number | boolean)[];
        /**
         * @description Greater than.
         * @example 100
         */
        readonly gt?: number;
        /**
         * @description Greater than or equal.
         * @example 100
         */
        readonly gte?: number;
        /**
         * @description Less than.
         * @example 100
         */
        readonly lt?: number;
        /**
         * @description Less than or equal.
         * @example 100
         */
        readonly lte?: number;
        /** @description A part of a text, or a member of a list. */
        readonly contains?: string | number | boolean;
        /**
         * @description The text begins so.
         * @example FR
         */
        readonly "starts-with"?: string;
        /**
         * @description The text ends so.
         * @example FR
         */
        readonly "ends-with"?: string;
        /**
         * @description An RE2 pattern, found anywhere in the text unless anchored with ^ and $.
         * @example ^FR[0-9]{2}
         */
        readonly matches?: string;
        /** @description Whether the value is known: present and not null. */
        readonly exists?: boolean;
        /**
         * @description Earlier than.
         * @example 2026-03-02T08:00:00Z
         */
        readonly before?: string;
        /**
         * @description Later than.
         * @example 2026-03-02T08:00:00Z
         */
        readonly after?: string;
        /**
         * @description The yearly return of the date lies within this time from now.
         * @example 7d
         */
        readonly "anniversary-within"?: string;
    };
    /**
     * Text filter
     * @description How a value is to be.
     */
    readonly TextFilter: {
        /**
         * @description Is this.
         * @example welcome
         */
        readonly eq?: string;
        /**
         * @description Is not this, or is nothing.
         * @example welcome
         */
        readonly ne?: string;
        /** @description Is one of these. */
        readonly in?: readonly string[];
        /** @description Is none of these. */
        readonly nin?: readonly string[];
        /**
         * @description Is greater, or later.
         * @example welcome
         */
        readonly gt?: string;
        /**
         * @description Is this or greater, or later.
         * @example welcome
         */
        readonly gte?: string;
        /**
         * @description Is less, or earlier.
         * @example welcome
         */
        readonly lt?: string;
        /**
         * @description Is this or less, or earlier.
         * @example welcome
         */
        readonly lte?: string;
        /**
         * @description Holds this, as it is written.
         * @example welcome
         */
        readonly contains?: string;
        /**
         * @description Begins with this, as it is written.
         * @example welcome
         */
        readonly starts?: string;
    };
    /**
     * Thing finding
     * @description Something worth telling about a thing of an import.
     */
    readonly ThingFinding: {
        /**
         * @description The content type.
         * @example touchpoints
         */
        readonly type: string;
        /**
         * @description The key of the thing.
         * @example marketing-email
         */
        readonly key: string;
        /**
         * @description Of which of its documents.
         * @example draft
         * @enum {string}
         */
        readonly side: "draft" | "published";
        /**
         * @description Stable, for programs.
         * @example content.unknown-reference
         */
        readonly code: string;
        /**
         * @description An error stops a publish; a warning does not.
         * @enum {string}
         */
        readonly severity: "error" | "warning";
        /**
         * @description JSON pointer (RFC 6901) to what it is about.
         * @example /policy
         */
        readonly pointer: string;
        /**
         * @description What is the matter, for people.
         * @example There is no channel policy 'defualt'.
         */
        readonly message: string;
        /**
         * @description What was probably meant.
         * @example default
         */
        readonly suggestion?: string;
    };
    /**
     * Timeline entry
     * @description Something that happened to a customer.
     */
    readonly TimelineEntry: {
        /**
         * @description The entry; no other of the customer has it.
         * @example event-8812345678901234
         */
        readonly id: string;
        /**
         * @description Something that came in, something that was said, a message of ours, a step of a journey, or a call to another system.
         * @enum {string}
         */
        readonly kind: "event" | "note" | "message" | "journey" | "call";
        /**
         * Format: date-time
         * @description When it happened.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly at: string;
        /**
         * @description Of an event its name; else such as message.sent or journey.step.
         * @example order.completed
         */
        readonly name: string;
        /**
         * @description The layer of data that it belongs to; null of messages and steps of journeys.
         * @example transactional
         * @enum {string|null}
         */
        readonly layer: "behavioural" | "transactional" | "demographic" | "anecdotal" | null;
        /**
         * @description What it came or went by; null where it had none.
         * @example web
         */
        readonly channel: string | null;
        /**
         * @description Key of the touchpoint at which it happened, where that is known.
         * @example website
         */
        readonly touchpoint: string | null;
        /**
         * @description What it happened on, where that is known.
         * @example phone
         */
        readonly device: string | null;
        /**
         * @description Whom it concerned, where that is known.
         * @example Sales
         */
        readonly department: string | null;
        /** @description What entries of the kind have of their own: properties and context of an event, the words of a note, journey, template and status of a message, journey, step and reason of a decision. */
        readonly details: Record<string, unknown>;
    };
    /**
     * Time zone
     * @description An IANA name, or 'customer' for the customer's zone, else the workspace's.
     * @example customer
     */
    readonly Timezone: string;
    /**
     * Topic
     * @description What customers ask for or refuse: the subjects of messages, as the preference page shows them.
     */
    readonly Topic: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description What comes, and how often. Customers read it. */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /** @description The channels that customers can choose; email when left out. */
        readonly channels?: readonly string[];
        /**
         * @description opt-in: only those who have said yes get it. opt-out: everybody but those who have said no.
         * @default opt-out
         * @enum {string}
         */
        readonly basis?: "opt-out" | "opt-in";
        /** @description Double opt-in: a yes on the preference page is pending until it is confirmed by a link. The event consent.pending, with that link, lets customers into a journey that sends it. */
        readonly confirm?: boolean;
        /**
         * @description Its place on the page.
         * @example 10
         */
        readonly order?: number;
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
        /**
         * @description Changed: published, and the draft has moved on since.
         * @example published
         * @enum {string}
         */
        readonly status: "draft" | "published" | "changed";
        /**
         * @description The number of the published version.
         * @example 3
         */
        readonly version: number | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 7
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When it was last published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When the draft is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
        /**
         * Format: date-time
         * @description With include=reviewDueAt: when it is to be reviewed; null without a review plan.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly reviewDueAt?: string | null;
    };
    /**
     * Topic draft
     * @description A draft may be unfinished.
     */
    readonly TopicDraft: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description What comes, and how often. Customers read it. */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /** @description The channels that customers can choose; email when left out. */
        readonly channels?: readonly string[];
        /**
         * @description opt-in: only those who have said yes get it. opt-out: everybody but those who have said no.
         * @default opt-out
         * @enum {string}
         */
        readonly basis?: "opt-out" | "opt-in";
        /** @description Double opt-in: a yes on the preference page is pending until it is confirmed by a link. The event consent.pending, with that link, lets customers into a journey that sends it. */
        readonly confirm?: boolean;
        /**
         * @description Its place on the page.
         * @example 10
         */
        readonly order?: number;
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
    };
    /**
     * Topic patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     */
    readonly TopicPatch: Record<string, unknown>;
    /**
     * Touchpoint
     * @description Every place where a customer meets the company: a letter, a page, a call, a device.
     */
    readonly Touchpoint: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What happens there.
         * @example The first mail after an account was opened
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description How the customer meets it.
         * @example digital
         * @enum {string}
         */
        readonly kind?: "physical" | "digital" | "human" | "device";
        /**
         * @description The channel it uses.
         * @example email
         */
        readonly channel?: string;
        /**
         * @description Who starts it: the customer (inbound) or the company (outbound).
         * @example outbound
         * @enum {string}
         */
        readonly direction?: "inbound" | "outbound" | "both";
        /**
         * @description The set that the phase is of; 'lifecycle' when left out.
         * @example real-estate
         */
        readonly phaseSet?: string;
        /**
         * @description The phase of the journey: the key of one in the set.
         * @example retention
         */
        readonly phase?: string;
        /**
         * @description Who looks after it.
         * @example Marketing
         */
        readonly department?: string;
        /** @description Where it is seen. */
        readonly devices?: readonly string[];
        /** @description What the customer gets out of it. */
        readonly value?: string | {
            readonly [key: string]: string;
        };
        /** @description The events that must be drawn from it. */
        readonly data?: readonly {
            /**
             * @description The name of the event.
             * @example email.opened
             */
            readonly event?: string;
            /**
             * @description When it happens, and what it tells.
             * @example The mail was opened
             */
            readonly description?: string | {
                readonly [key: string]: string;
            };
            /** @description JSON Schema (draft 2020-12) of its properties. */
            readonly schema?: Record<string, unknown>;
        }[];
        /** @description The message templates that are sent there. */
        readonly templates?: readonly string[];
        /**
         * @description The channel policy that its messages follow.
         * @example default
         */
        readonly policy?: string;
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
        /**
         * @description Changed: published, and the draft has moved on since.
         * @example published
         * @enum {string}
         */
        readonly status: "draft" | "published" | "changed";
        /**
         * @description The number of the published version.
         * @example 3
         */
        readonly version: number | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 7
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When it was last published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When the draft is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
        /**
         * Format: date-time
         * @description With include=reviewDueAt: when it is to be reviewed; null without a review plan.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly reviewDueAt?: string | null;
    };
    /**
     * Touchpoint draft
     * @description A draft may be unfinished. To be published it needs kind, direction as well.
     */
    readonly TouchpointDraft: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What happens there.
         * @example The first mail after an account was opened
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description How the customer meets it.
         * @example digital
         * @enum {string}
         */
        readonly kind?: "physical" | "digital" | "human" | "device";
        /**
         * @description The channel it uses.
         * @example email
         */
        readonly channel?: string;
        /**
         * @description Who starts it: the customer (inbound) or the company (outbound).
         * @example outbound
         * @enum {string}
         */
        readonly direction?: "inbound" | "outbound" | "both";
        /**
         * @description The set that the phase is of; 'lifecycle' when left out.
         * @example real-estate
         */
        readonly phaseSet?: string;
        /**
         * @description The phase of the journey: the key of one in the set.
         * @example retention
         */
        readonly phase?: string;
        /**
         * @description Who looks after it.
         * @example Marketing
         */
        readonly department?: string;
        /** @description Where it is seen. */
        readonly devices?: readonly string[];
        /** @description What the customer gets out of it. */
        readonly value?: string | {
            readonly [key: string]: string;
        };
        /** @description The events that must be drawn from it. */
        readonly data?: readonly {
            /**
             * @description The name of the event.
             * @example email.opened
             */
            readonly event: string;
            /**
             * @description When it happens, and what it tells.
             * @example The mail was opened
             */
            readonly description?: string | {
                readonly [key: string]: string;
            };
            /** @description JSON Schema (draft 2020-12) of its properties. */
            readonly schema?: Record<string, unknown>;
        }[];
        /** @description The message templates that are sent there. */
        readonly templates?: readonly string[];
        /**
         * @description The channel policy that its messages follow.
         * @example default
         */
        readonly policy?: string;
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
    };
    /**
     * Touchpoint patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     */
    readonly TouchpointPatch: Record<string, unknown>;
    /**
     * Trait
     * @description What customers are described by. A trait that is declared is checked when customers are changed through the API; others are taken as they come.
     */
    readonly Trait: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description What it tells. */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description Its name, or a dotted path to a member inside one.
         * @example address.city
         */
        readonly trait?: string;
        /** @description JSON Schema (draft 2020-12) of its value. */
        readonly schema?: Record<string, unknown>;
        /** @description Customers can be listed by it: filter[traits.address.city][eq]=Lyon. At most 20 traits. */
        readonly indexed?: boolean;
        /** @description Tells who somebody is, so that it is handled with care. */
        readonly personal?: boolean;
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
        /**
         * @description Changed: published, and the draft has moved on since.
         * @example published
         * @enum {string}
         */
        readonly status: "draft" | "published" | "changed";
        /**
         * @description The number of the published version.
         * @example 3
         */
        readonly version: number | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 7
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When it was last published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When the draft is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
        /**
         * Format: date-time
         * @description With include=reviewDueAt: when it is to be reviewed; null without a review plan.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly reviewDueAt?: string | null;
    };
    /**
     * Trait draft
     * @description A draft may be unfinished. To be published it needs trait, schema as well.
     */
    readonly TraitDraft: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description What it tells. */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description Its name, or a dotted path to a member inside one.
         * @example address.city
         */
        readonly trait?: string;
        /** @description JSON Schema (draft 2020-12) of its value. */
        readonly schema?: Record<string, unknown>;
        /** @description Customers can be listed by it: filter[traits.address.city][eq]=Lyon. At most 20 traits. */
        readonly indexed?: boolean;
        /** @description Tells who somebody is, so that it is handled with care. */
        readonly personal?: boolean;
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
    };
    /**
     * Trait inventory
     * @description Which traits customers have, as a sample shows it.
     */
    readonly TraitInventory: {
        /**
         * @description How many customers were looked at.
         * @example 1000
         */
        readonly sample: number;
        /** @description By name; those that are declared and nobody has, too. */
        readonly traits: readonly {
            /**
             * @description A dotted path.
             * @example address.city
             */
            readonly trait: string;
            /** @description text, number, boolean, list, object: how many of the sample have such a value. */
            readonly types: {
                readonly [key: string]: number;
            };
            /**
             * @description Share of the sample that has it.
             * @example 0.998
             */
            readonly share: number;
            /**
             * @description The key under /traits; null where nobody has declared it.
             * @example city
             */
            readonly declaration: string | null;
            /** @description Customers can be listed by it. */
            readonly filterable: boolean;
        }[];
    };
    /**
     * Trait patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     */
    readonly TraitPatch: Record<string, unknown>;
    /**
     * Trial
     * @description How something that a step tries goes: a variant of a message, or an offer.
     */
    readonly Trial: {
        /**
         * @description The key of the step.
         * @example hello
         */
        readonly step: string;
        /**
         * @description The key of the template or the offer.
         * @example welcome-a
         */
        readonly arm: string;
        /**
         * @description How often it was tried.
         * @example 1200
         */
        readonly shown: number;
        /**
         * @description How often it did what it was tried for.
         * @example 312
         */
        readonly succeeded: number;
        /**
         * @description The share that succeeded; null where nothing was tried.
         * @example 0.26
         */
        readonly rate: number | null;
    };
    /**
     * Trigger answer
     * @description What became of one customer of the request.
     */
    readonly TriggerAnswer: {
        /**
         * @description Your id of the customer; null where the item named none.
         * @example c-1042
         */
        readonly customerId: string | null;
        /**
         * @description Accepted: on disk. Whether the customer enters is for the journey to decide.
         * @enum {string}
         */
        readonly status: "accepted" | "rejected";
        /** @description Why it was not taken. */
        readonly errors?: readonly Schemas["ItemError"][];
    };
    /**
     * Unpublish journey templates
     * @description How to take it out of use.
     */
    readonly UnpublishJourneyTemplates: {
        /**
         * @description drain: those under way go on to their end. stop: they leave at once.
         * @default drain
         * @enum {string}
         */
        readonly enrollments?: "drain" | "stop";
    };
    /**
     * Usage
     * @description A place that refers to a thing.
     */
    readonly Usage: {
        /**
         * @description The type of what refers to it.
         * @example journey-templates
         */
        readonly type: string;
        /**
         * @description The key of what refers to it.
         * @example welcome
         */
        readonly key: string;
        /**
         * @description Its name, in the language of the workspace.
         * @example Welcome
         */
        readonly name: string;
        /**
         * @description Whether its draft refers to it, or what is published of it.
         * @enum {string}
         */
        readonly side: "draft" | "published";
        /**
         * @description Where in its document, as a JSON pointer (RFC 6901).
         * @example /touchpoint
         */
        readonly pointer: string;
    };
    /**
     * User
     * @description Somebody who works here.
     */
    readonly User: {
        /**
         * @description Of the user; it never changes.
         * @example 6917529027641081
         */
        readonly id: string;
        /**
         * @description Unique; upper and lower case make no difference.
         * @example ada@example.com
         */
        readonly email: string;
        /**
         * @description What others call the user.
         * @example Ada Lovelace
         */
        readonly name: string;
        /**
         * @description The language of the user, BCP 47.
         * @example fr
         */
        readonly locale: string | null;
        /** @description Keys of roles; their scopes add up. */
        readonly roles: readonly string[];
        /**
         * @description `invited`: has no password yet; `disabled`: cannot sign in.
         * @example active
         * @enum {string}
         */
        readonly status: "active" | "invited" | "disabled";
        /**
         * @description Counts the changes; also the ETag.
         * @example 3
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When the user was made.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When the user was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When they last signed in; null when they never did.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly lastSignInAt: string | null;
        /**
         * Format: date-time
         * @description When the password was set; null while there is none.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly passwordChangedAt: string | null;
        /**
         * Format: date-time
         * @description Until when the last invitation can be taken up; null when none is open.
         */
        readonly inviteExpiresAt: string | null;
    };
    /**
     * Validation
     * @description What stands between a draft and its publication.
     */
    readonly Validation: {
        /** @description True when no finding is an error. */
        readonly publishable: boolean;
        /** @description Errors and warnings. */
        readonly findings: readonly Schemas["Finding"][];
    };
    /**
     * Version
     * @description A document as it was published.
     */
    readonly Version: {
        /**
         * @description Counts the publishes of the thing.
         * @example 3
         */
        readonly number: number;
        /**
         * @description What changed.
         * @example Shorter subject
         */
        readonly note: string | null;
        /**
         * Format: date-time
         * @description When it was published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string;
        /**
         * @description The name of who published it.
         * @example campaign tool
         */
        readonly publishedBy: string;
        /** @description As it was published. Not in lists. */
        readonly document?: Record<string, unknown>;
    };
    /**
     * Webhook
     * @description Addresses of other systems, each with the events that it wants to hear of.
     */
    readonly Webhook: {
        /**
         * @description The stable name in addresses; it never changes.
         * @example crm
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description Who listens there, and why.
         * @example The CRM, to keep its list of journeys up to date
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * Format: uri
         * @description Where the events are posted: https, unless PARCOURS_OUTGOING_ALLOW names the host.
         */
        readonly url?: string;
        /** @description Which events are wanted: a name, all below one with `.*`, or every one with `*`. */
        readonly events?: readonly string[];
        /**
         * @description False keeps it for later. True when left out.
         * @default true
         */
        readonly active?: boolean;
        /** @description Sent with every event. The values are kept encrypted and never shown again. */
        readonly headers?: {
            readonly [key: string]: string | {
                /**
                 * @description As it was read; it keeps the value.
                 * @example set
                 */
                readonly $secret: string;
            };
        };
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
        /**
         * @description Changed: published, and the draft has moved on since.
         * @example published
         * @enum {string}
         */
        readonly status: "draft" | "published" | "changed";
        /**
         * @description The number of the published version.
         * @example 3
         */
        readonly version: number | null;
        /**
         * @description Counts the changes; also the ETag.
         * @example 7
         */
        readonly revision: number;
        /**
         * Format: date-time
         * @description When it was created.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it was last changed.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly updatedAt: string;
        /**
         * Format: date-time
         * @description When it was last published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt: string | null;
        /**
         * Format: date-time
         * @description When the draft is to be published.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly scheduledAt: string | null;
        readonly scheduleFailure: Schemas["ScheduleFailure"];
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
        /**
         * Format: date-time
         * @description With include=reviewDueAt: when it is to be reviewed; null without a review plan.
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly reviewDueAt?: string | null;
    };
    /**
     * Webhook delivery
     * @description One event on its way to one receiver.
     */
    readonly WebhookDelivery: {
        /**
         * @description Of the delivery.
         * @example 9401
         */
        readonly id: string;
        /**
         * @description The header webhook-id: the same for every attempt and every replay.
         * @example evt_9400
         */
        readonly webhookId: string;
        /**
         * @description Which kind of event it tells of.
         * @example content.published
         */
        readonly event: string;
        /**
         * @description Where it stands; dead: given up; a replay brings it back.
         * @enum {string}
         */
        readonly status: "waiting" | "sending" | "delivered" | "dead";
        /**
         * @description Since it was queued, or replayed.
         * @example 2
         */
        readonly attempts: number;
        /**
         * @description The HTTP status of the last answer; null when there was none.
         * @example 503
         */
        readonly responseStatus: number | null;
        /**
         * @description The first 2 kB of the last answer; null when there was none.
         * @example Service Unavailable
         */
        readonly responseBody: string | null;
        /** @description Why the last attempt failed; null when it did not. */
        readonly failure: {
            /**
             * @description Stable, for programs.
             * @example webhooks.refused
             */
            readonly code: string;
            /**
             * @description What went wrong, for people.
             * @example The receiver answered 503; only 200 to 299 mean that it has the event.
             */
            readonly detail: string;
        } | null;
        /**
         * Format: date-time
         * @description When it was queued.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it is tried next; null unless it waits.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly nextAttemptAt: string | null;
        /**
         * Format: date-time
         * @description When it arrived, or was given up; null before that.
         */
        readonly finishedAt: string | null;
    };
    /**
     * Webhook draft
     * @description A draft may be unfinished. To be published it needs url, events as well.
     */
    readonly WebhookDraft: {
        /**
         * @description The stable name in addresses; it never changes.
         * @example crm
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /**
         * @description Who listens there, and why.
         * @example The CRM, to keep its list of journeys up to date
         */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * Format: uri
         * @description Where the events are posted: https, unless PARCOURS_OUTGOING_ALLOW names the host.
         */
        readonly url?: string;
        /** @description Which events are wanted: a name, all below one with `.*`, or every one with `*`. */
        readonly events?: readonly string[];
        /**
         * @description False keeps it for later. True when left out.
         * @default true
         */
        readonly active?: boolean;
        /** @description Sent with every event. The values are kept encrypted and never shown again. */
        readonly headers?: {
            readonly [key: string]: string | {
                /**
                 * @description As it was read; it keeps the value.
                 * @example set
                 */
                readonly $secret: string;
            };
        };
        /** @description The values of the custom fields of the type, by member; `GET /schemas/:type` has those that are published. */
        readonly custom?: Record<string, unknown>;
    };
    /**
     * Webhook endpoint
     * @description How a webhook stands, beside what it is configured to do.
     */
    readonly WebhookEndpoint: {
        /** @description Whether there is a secret to sign with: from the first rotation or delivery on. */
        readonly hasSecret: boolean;
        /**
         * Format: date-time
         * @description When the secret was made; null without one.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly secretCreatedAt: string | null;
        /**
         * Format: date-time
         * @description Until when deliveries are signed with the secret before, too; null when they are not.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly previousSecretUntil: string | null;
        /** @description The receiver of what is published has said that it is gone. */
        readonly disabled: boolean;
        /**
         * Format: date-time
         * @description When it said so; null while it is not disabled.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly disabledAt: string | null;
        /**
         * @description Why nothing is delivered; null while it is not disabled.
         * @example The receiver answered 410 (Gone).
         */
        readonly disabledReason: string | null;
        /**
         * @description How many deliveries are still to be made.
         * @example 0
         */
        readonly waiting: number;
    };
    /**
     * Webhook patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     */
    readonly WebhookPatch: Record<string, unknown>;
    /**
     * Webhook secret
     * @description A secret to verify deliveries with.
     */
    readonly WebhookSecret: {
        /**
         * @description To verify signatures with. Only in this answer.
         * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=
         */
        readonly secret: string;
        /**
         * Format: date-time
         * @description Until when deliveries are signed with the secret before, too; null when there was none.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly previousUntil: string | null;
    };
    /**
     * Whole webhook delivery
     * @description A delivery with what is posted, and how each attempt went.
     */
    readonly WholeWebhookDelivery: {
        /**
         * @description Of the delivery.
         * @example 9401
         */
        readonly id: string;
        /**
         * @description The header webhook-id: the same for every attempt and every replay.
         * @example evt_9400
         */
        readonly webhookId: string;
        /**
         * @description Which kind of event it tells of.
         * @example content.published
         */
        readonly event: string;
        /**
         * @description Where it stands; dead: given up; a replay brings it back.
         * @enum {string}
         */
        readonly status: "waiting" | "sending" | "delivered" | "dead";
        /**
         * @description Since it was queued, or replayed.
         * @example 2
         */
        readonly attempts: number;
        /**
         * @description The HTTP status of the last answer; null when there was none.
         * @example 503
         */
        readonly responseStatus: number | null;
        /**
         * @description The first 2 kB of the last answer; null when there was none.
         * @example Service Unavailable
         */
        readonly responseBody: string | null;
        /** @description Why the last attempt failed; null when it did not. */
        readonly failure: {
            /**
             * @description Stable, for programs.
             * @example webhooks.refused
             */
            readonly code: string;
            /**
             * @description What went wrong, for people.
             * @example The receiver answered 503; only 200 to 299 mean that it has the event.
             */
            readonly detail: string;
        } | null;
        /**
         * Format: date-time
         * @description When it was queued.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly createdAt: string;
        /**
         * Format: date-time
         * @description When it is tried next; null unless it waits.
         * @example 2030-03-02T08:00:00.000Z
         */
        readonly nextAttemptAt: string | null;
        /**
         * Format: date-time
         * @description When it arrived, or was given up; null before that.
         */
        readonly finishedAt: string | null;
        /** @description What is posted; null once it is no longer kept. `GET /webhooks/events` has its schema. */
        readonly payload: Record<string, unknown> | null;
        /** @description The latest attempts. */
        readonly log: readonly {
            /**
             * Format: date-time
             * @description When it was tried.
             * @example 2030-03-02T08:00:00.000Z
             */
            readonly at: string;
            /**
             * @description How long the answer took.
             * @example 84
             */
            readonly durationMs: number;
            /**
             * @description The HTTP status; null when there was no answer.
             * @example 503
             */
            readonly status: number | null;
            /** @description Why it failed; null when it did not. */
            readonly failure: {
                /**
                 * @description Stable, for programs.
                 * @example webhooks.refused
                 */
                readonly code: string;
                /**
                 * @description What went wrong, for people.
                 * @example The receiver answered 503; only 200 to 299 mean that it has the event.
                 */
                readonly detail: string;
            } | null;
        }[];
    };
}
