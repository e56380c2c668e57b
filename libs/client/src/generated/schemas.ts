// Written by `node scripts/generate-client.mjs` from the OpenAPI document. Change the routes, not this file.
/** Everything that is sent and answered, by name. */
export interface Schemas {
    /** API token */
    readonly APIToken: {
        readonly id?: string;
        readonly name?: string;
        /** @description How the token starts. */
        readonly hint?: string;
        readonly scopes?: readonly string[];
        readonly createdAt?: string;
        readonly expiresAt?: string | null;
        readonly revokedAt?: string | null;
        /**
         * Format: date-time
         * @description To the minute.
         */
        readonly lastUsedAt?: string | null;
        /** @description The token itself: only in the answer that creates it. */
        readonly token?: string;
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description What it stands for. */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * Format: uri
         * @description Its site.
         */
        readonly website?: string;
        readonly logo?: {
            /**
             * Format: uri
             * @description The picture.
             */
            readonly url: string;
            /**
             * Format: uri
             * @description The picture for dark backgrounds.
             */
            readonly darkUrl?: string;
            /** @description What it shows, for those who do not see it. */
            readonly alt: string | {
                readonly [key: string]: string;
            };
            /** @description Pixels at which it is shown. */
            readonly width?: number;
        };
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
        readonly fonts?: {
            /** @description For headings, the best first. */
            readonly heading?: readonly string[];
            /** @description For texts, the best first. */
            readonly body?: readonly string[];
        };
        readonly voice?: {
            /** @description How it speaks. */
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
        };
        readonly sender?: {
            /** @description In the inbox. */
            readonly name: string | {
                readonly [key: string]: string;
            };
            /**
             * Format: email
             * @example hello@example.com
             */
            readonly address: string;
            /** Format: email */
            readonly replyTo?: string;
        };
        /** @description At the end of every message: company, register, reason of the message. */
        readonly footer?: string | {
            readonly [key: string]: string;
        };
        /** @description Where the company is; commercial mail must say so. */
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
             */
            readonly url: string;
        }[];
        /** @description The languages that it speaks (BCP 47). */
        readonly locales?: readonly string[];
        /**
         * @description The language for those whose own it does not speak.
         * @example fr-CA
         */
        readonly defaultLocale?: string;
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
        /** @description Why the last planned publish did not happen; null when it did, or none was planned. */
        readonly scheduleFailure: {
            /**
             * Format: date-time
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly at?: string;
            /** @description As in a problem. */
            readonly code?: string;
            readonly detail?: string;
            readonly errors?: readonly {
                readonly pointer?: string;
                readonly code?: string;
                readonly detail?: string;
            }[];
        } | null;
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
    };
    /**
     * Brand draft
     * @description A draft may be unfinished. To be published it needs colours as well.
     * @example {
     *       "key": "belvedere",
     *       "name": "Belvédère",
     *       "colours": {
     *         "primary": "#0b6e6e",
     *         "onPrimary": "#ffffff",
     *         "background": "#ffffff",
     *         "text": "#1d2433"
     *       },
     *       "fonts": {
     *         "body": [
     *           "Inter",
     *           "Arial",
     *           "sans-serif"
     *         ]
     *       },
     *       "sender": {
     *         "name": "Belvédère",
     *         "address": "hello@belvedere.example"
     *       },
     *       "footer": {
     *         "en": "You receive this because you have an account.",
     *         "fr": "Vous recevez ce message car vous avez un compte."
     *       },
     *       "locales": [
     *         "en",
     *         "fr"
     *       ],
     *       "defaultLocale": "en"
     *     }
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description What it stands for. */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * Format: uri
         * @description Its site.
         */
        readonly website?: string;
        readonly logo?: {
            /**
             * Format: uri
             * @description The picture.
             */
            readonly url: string;
            /**
             * Format: uri
             * @description The picture for dark backgrounds.
             */
            readonly darkUrl?: string;
            /** @description What it shows, for those who do not see it. */
            readonly alt: string | {
                readonly [key: string]: string;
            };
            /** @description Pixels at which it is shown. */
            readonly width?: number;
        };
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
        readonly fonts?: {
            /** @description For headings, the best first. */
            readonly heading?: readonly string[];
            /** @description For texts, the best first. */
            readonly body?: readonly string[];
        };
        readonly voice?: {
            /** @description How it speaks. */
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
        };
        readonly sender?: {
            /** @description In the inbox. */
            readonly name: string | {
                readonly [key: string]: string;
            };
            /**
             * Format: email
             * @example hello@example.com
             */
            readonly address: string;
            /** Format: email */
            readonly replyTo?: string;
        };
        /** @description At the end of every message: company, register, reason of the message. */
        readonly footer?: string | {
            readonly [key: string]: string;
        };
        /** @description Where the company is; commercial mail must say so. */
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
             */
            readonly url: string;
        }[];
        /** @description The languages that it speaks (BCP 47). */
        readonly locales?: readonly string[];
        /**
         * @description The language for those whose own it does not speak.
         * @example fr-CA
         */
        readonly defaultLocale?: string;
    };
    /**
     * Brand patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     * @example {
     *       "name": "A better name"
     *     }
     */
    readonly BrandPatch: Record<string, unknown>;
    /** Channel policy */
    readonly ChannelPolicy: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description For whoever edits it. */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /** @description In order of preference: the first that the template has and the customer can be reached on. */
        readonly channels?: readonly {
            /** @description Such as email. */
            readonly channel: string;
            /** @description The key of a connector. */
            readonly connector: string;
        }[];
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
        /** @description Why the last planned publish did not happen; null when it did, or none was planned. */
        readonly scheduleFailure: {
            /**
             * Format: date-time
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly at?: string;
            /** @description As in a problem. */
            readonly code?: string;
            readonly detail?: string;
            readonly errors?: readonly {
                readonly pointer?: string;
                readonly code?: string;
                readonly detail?: string;
            }[];
        } | null;
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
    };
    /**
     * Channel policy draft
     * @description A draft may be unfinished. To be published it needs channels as well.
     * @example {
     *       "key": "default",
     *       "name": "Default",
     *       "channels": [
     *         {
     *           "channel": "email",
     *           "connector": "mailbox"
     *         }
     *       ]
     *     }
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description For whoever edits it. */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /** @description In order of preference: the first that the template has and the customer can be reached on. */
        readonly channels?: readonly {
            /** @description Such as email. */
            readonly channel: string;
            /** @description The key of a connector. */
            readonly connector: string;
        }[];
    };
    /**
     * Channel policy patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     * @example {
     *       "name": "A better name"
     *     }
     */
    readonly ChannelPolicyPatch: Record<string, unknown>;
    /** Clone */
    readonly Clone: {
        /**
         * @description The key of the copy.
         * @example welcome-2
         */
        readonly key: string;
    };
    /** Comparison of journey maps */
    readonly ComparisonOfJourneyMaps: {
        readonly a?: {
            readonly key?: string;
            /** @enum {string} */
            readonly kind?: "current" | "future";
        };
        readonly b?: {
            readonly key?: string;
            /** @enum {string} */
            readonly kind?: "current" | "future";
        };
        readonly summary?: readonly string[];
        readonly phases?: {
            readonly added?: readonly string[];
            readonly removed?: readonly string[];
        };
        readonly moments?: {
            readonly added?: readonly {
                readonly phase?: string;
                readonly touchpoint?: string;
            }[];
            readonly removed?: readonly {
                readonly phase?: string;
                readonly touchpoint?: string;
            }[];
        };
        readonly friction?: {
            readonly added?: readonly {
                readonly phase?: string;
                readonly touchpoint?: string;
                readonly friction?: string;
                /** @description A text, or one per locale. */
                readonly text?: string | Record<string, unknown>;
                /** @description Severity, 1 to 5. Absent where there is no such friction. */
                readonly from?: number;
                /** @description Severity, 1 to 5. Absent where there is no such friction. */
                readonly to?: number;
            }[];
            readonly removed?: readonly {
                readonly phase?: string;
                readonly touchpoint?: string;
                readonly friction?: string;
                /** @description A text, or one per locale. */
                readonly text?: string | Record<string, unknown>;
                /** @description Severity, 1 to 5. Absent where there is no such friction. */
                readonly from?: number;
                /** @description Severity, 1 to 5. Absent where there is no such friction. */
                readonly to?: number;
            }[];
            readonly eased?: readonly {
                readonly phase?: string;
                readonly touchpoint?: string;
                readonly friction?: string;
                /** @description A text, or one per locale. */
                readonly text?: string | Record<string, unknown>;
                /** @description Severity, 1 to 5. Absent where there is no such friction. */
                readonly from?: number;
                /** @description Severity, 1 to 5. Absent where there is no such friction. */
                readonly to?: number;
            }[];
            readonly worsened?: readonly {
                readonly phase?: string;
                readonly touchpoint?: string;
                readonly friction?: string;
                /** @description A text, or one per locale. */
                readonly text?: string | Record<string, unknown>;
                /** @description Severity, 1 to 5. Absent where there is no such friction. */
                readonly from?: number;
                /** @description Severity, 1 to 5. Absent where there is no such friction. */
                readonly to?: number;
            }[];
        };
        readonly emotions?: {
            readonly better?: readonly {
                readonly phase?: string;
                readonly touchpoint?: string;
                /** @description From −2 to +2. Absent where none is given. */
                readonly from?: number;
                /** @description From −2 to +2. Absent where none is given. */
                readonly to?: number;
            }[];
            readonly worse?: readonly {
                readonly phase?: string;
                readonly touchpoint?: string;
                /** @description From −2 to +2. Absent where none is given. */
                readonly from?: number;
                /** @description From −2 to +2. Absent where none is given. */
                readonly to?: number;
            }[];
        };
        readonly texts?: readonly {
            readonly phase?: string;
            readonly touchpoint?: string;
            /** @enum {string} */
            readonly member?: "goals" | "actions" | "motivations" | "questions";
            readonly added?: readonly (string | Record<string, unknown>)[];
            readonly removed?: readonly (string | Record<string, unknown>)[];
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
            /**
             * @description JSON pointers to the others.
             * @example [
             *       "/description"
             *     ]
             */
            readonly missing: readonly string[];
        };
    };
    /** Connector */
    readonly Connector: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description For whoever edits it. */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /** @description Such as email-smtp. */
        readonly type?: string;
        /** @description The settings that the connector type asks for. */
        readonly config?: Record<string, unknown>;
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
        /** @description Why the last planned publish did not happen; null when it did, or none was planned. */
        readonly scheduleFailure: {
            /**
             * Format: date-time
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly at?: string;
            /** @description As in a problem. */
            readonly code?: string;
            readonly detail?: string;
            readonly errors?: readonly {
                readonly pointer?: string;
                readonly code?: string;
                readonly detail?: string;
            }[];
        } | null;
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
    };
    /**
     * Connector draft
     * @description A draft may be unfinished. To be published it needs type, config as well.
     * @example {
     *       "key": "mailbox",
     *       "name": "Development mailbox",
     *       "type": "email-smtp",
     *       "config": {
     *         "host": "127.0.0.1",
     *         "port": 2525,
     *         "secure": "none",
     *         "from": {
     *           "name": "Parcours",
     *           "address": "hello@example.com"
     *         }
     *       }
     *     }
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description For whoever edits it. */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /** @description Such as email-smtp. */
        readonly type?: string;
        /** @description The settings that the connector type asks for. */
        readonly config?: Record<string, unknown>;
    };
    /**
     * Connector patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     * @example {
     *       "name": "A better name"
     *     }
     */
    readonly ConnectorPatch: Record<string, unknown>;
    /**
     * Customer
     * @example {
     *       "traits": {
     *         "email": "ada@example.com",
     *         "first_name": "Ada",
     *         "locale": "en",
     *         "timezone": "Europe/London",
     *         "plan": "trial"
     *       }
     *     }
     */
    readonly Customer: {
        /** @description What is known of the customer. Parcours itself reads email, locale and timezone. */
        readonly traits: Record<string, unknown>;
    };
    /** Difference */
    readonly Difference: {
        /** @description A version number, or `draft`. */
        readonly from?: number | string;
        readonly to?: number | string;
        readonly changes?: readonly {
            /** @enum {string} */
            readonly op?: "add" | "remove" | "replace";
            /** @description JSON pointer (RFC 6901) into `to`; into `from` for a removal. */
            readonly pointer?: string;
            /** @description The value before; absent for an addition. */
            readonly from?: unknown;
            /** @description The value after; absent for a removal. */
            readonly to?: unknown;
            /** @description A secret changed; its values are not shown. */
            readonly isHidden?: boolean;
        }[];
        /** @description Each change as a sentence. */
        readonly summary?: readonly string[];
    };
    /**
     * Event
     * @example {
     *       "event": "account.created",
     *       "customerId": "c-1042",
     *       "messageId": "018f2b7e-1042",
     *       "properties": {
     *         "plan": "trial"
     *       },
     *       "traits": {
     *         "email": "ada@example.com",
     *         "first_name": "Ada",
     *         "locale": "en",
     *         "timezone": "Europe/London"
     *       }
     *     }
     */
    readonly Event: {
        /** @description What happened, such as account.created. Names that begin with journey. are reserved. */
        readonly event: string;
        /** @description Your own id of the customer. One who is not known yet is created. */
        readonly customerId: string;
        /** @description Your own id of this call: events of one customer with the same id happen once. */
        readonly messageId?: string;
        /**
         * Format: date-time
         * @description When it happened (RFC 3339); now, when left out. A day ahead of now at the most.
         */
        readonly occurredAt?: string;
        /** @description What journeys and templates can read of it. */
        readonly properties?: Record<string, unknown>;
        /** @description Merged into the customer's traits first (RFC 7396); null removes a trait. */
        readonly traits?: Record<string, unknown>;
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
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
        /** @description The scenario: who wants what, and where it starts. */
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
                    /** @description What it is. */
                    readonly title: string | {
                        readonly [key: string]: string;
                    };
                    /**
                     * Format: uri
                     * @description Where it can be read.
                     */
                    readonly url: string;
                }[];
            }[];
        }[];
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
        /** @description Why the last planned publish did not happen; null when it did, or none was planned. */
        readonly scheduleFailure: {
            /**
             * Format: date-time
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly at?: string;
            /** @description As in a problem. */
            readonly code?: string;
            readonly detail?: string;
            readonly errors?: readonly {
                readonly pointer?: string;
                readonly code?: string;
                readonly detail?: string;
            }[];
        } | null;
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
    };
    /**
     * Journey map draft
     * @description A draft may be unfinished. To be published it needs kind, phaseSet, phases as well.
     * @example {
     *       "key": "first-order",
     *       "name": {
     *         "en": "The first order",
     *         "fr": "La première commande"
     *       },
     *       "kind": "current",
     *       "persona": "busy-parent",
     *       "phaseSet": "lifecycle",
     *       "phases": [
     *         {
     *           "phase": "awareness",
     *           "moments": [
     *             {
     *               "touchpoint": "social-media",
     *               "actions": [
     *                 {
     *                   "en": "Sees a friend’s post",
     *                   "fr": "Voit la publication d’une amie"
     *                 }
     *               ],
     *               "questions": [
     *                 {
     *                   "en": "Is it for me?",
     *                   "fr": "Est-ce pour moi ?"
     *                 }
     *               ],
     *               "friction": [
     *                 {
     *                   "key": "no-price",
     *                   "text": {
     *                     "en": "No price to be seen",
     *                     "fr": "Aucun prix visible"
     *                   },
     *                   "severity": 3
     *                 }
     *               ],
     *               "emotion": 1,
     *               "feeling": {
     *                 "en": "Curious",
     *                 "fr": "Curieuse"
     *               }
     *             }
     *           ]
     *         }
     *       ]
     *     }
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
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
        /** @description The scenario: who wants what, and where it starts. */
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
                    /** @description What it is. */
                    readonly title: string | {
                        readonly [key: string]: string;
                    };
                    /**
                     * Format: uri
                     * @description Where it can be read.
                     */
                    readonly url: string;
                }[];
            }[];
        }[];
    };
    /**
     * Journey map patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     * @example {
     *       "name": "A better name"
     *     }
     */
    readonly JourneyMapPatch: Record<string, unknown>;
    /** Journey template */
    readonly JourneyTemplate: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description For whoever edits it. */
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
        /** @description Why the last planned publish did not happen; null when it did, or none was planned. */
        readonly scheduleFailure: {
            /**
             * Format: date-time
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly at?: string;
            /** @description As in a problem. */
            readonly code?: string;
            readonly detail?: string;
            readonly errors?: readonly {
                readonly pointer?: string;
                readonly code?: string;
                readonly detail?: string;
            }[];
        } | null;
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description For whoever edits it. */
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
    };
    /**
     * Journey template patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     * @example {
     *       "name": "A better name"
     *     }
     */
    readonly JourneyTemplatePatch: Record<string, unknown>;
    /**
     * Journey trigger
     * @example {
     *       "customerId": "c-1042",
     *       "context": {
     *         "offer": "spring"
     *       }
     *     }
     */
    readonly JourneyTrigger: {
        /** @description Your own id of the customer. One who is not known yet is created. */
        readonly customerId: string;
        /** @description Your own id of this call: events of one customer with the same id happen once. */
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description What it tells, and what it does not. */
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
                /**
                 * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                 * @example {
                 *       "property": "amount",
                 *       "gte": 100
                 *     }
                 */
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
                /**
                 * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                 * @example {
                 *       "property": "amount",
                 *       "gte": 100
                 *     }
                 */
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
                /**
                 * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                 * @example {
                 *       "property": "currency",
                 *       "is": "EUR"
                 *     }
                 */
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
                /**
                 * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                 * @example {
                 *       "property": "currency",
                 *       "is": "EUR"
                 *     }
                 */
                readonly where?: Record<string, unknown>;
            };
        } | {
            readonly ratio: {
                readonly of: {
                    /** @description How many events. */
                    readonly count: {
                        /**
                         * @description The name of the event.
                         * @example checkout.started
                         */
                        readonly event: string;
                        /**
                         * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                         * @example {
                         *       "property": "amount",
                         *       "gte": 100
                         *     }
                         */
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
                        /**
                         * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                         * @example {
                         *       "property": "amount",
                         *       "gte": 100
                         *     }
                         */
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
                        /**
                         * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                         * @example {
                         *       "property": "currency",
                         *       "is": "EUR"
                         *     }
                         */
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
                        /**
                         * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                         * @example {
                         *       "property": "currency",
                         *       "is": "EUR"
                         *     }
                         */
                        readonly where?: Record<string, unknown>;
                    };
                };
                readonly to: {
                    /** @description How many events. */
                    readonly count: {
                        /**
                         * @description The name of the event.
                         * @example checkout.started
                         */
                        readonly event: string;
                        /**
                         * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                         * @example {
                         *       "property": "amount",
                         *       "gte": 100
                         *     }
                         */
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
                        /**
                         * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                         * @example {
                         *       "property": "amount",
                         *       "gte": 100
                         *     }
                         */
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
                        /**
                         * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                         * @example {
                         *       "property": "currency",
                         *       "is": "EUR"
                         *     }
                         */
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
                        /**
                         * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                         * @example {
                         *       "property": "currency",
                         *       "is": "EUR"
                         *     }
                         */
                        readonly where?: Record<string, unknown>;
                    };
                };
            };
        } | {
            /** @description From a customer’s event to their next event of the other kind. */
            readonly duration: {
                readonly from: {
                    /**
                     * @description The name of the event.
                     * @example checkout.started
                     */
                    readonly event: string;
                    /**
                     * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                     * @example {
                     *       "property": "amount",
                     *       "gte": 100
                     *     }
                     */
                    readonly where?: Record<string, unknown>;
                };
                readonly to: {
                    /**
                     * @description The name of the event.
                     * @example checkout.started
                     */
                    readonly event: string;
                    /**
                     * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                     * @example {
                     *       "property": "amount",
                     *       "gte": 100
                     *     }
                     */
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
        /** @description The touchpoint that it measures. */
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
        /** @description Why the last planned publish did not happen; null when it did, or none was planned. */
        readonly scheduleFailure: {
            /**
             * Format: date-time
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly at?: string;
            /** @description As in a problem. */
            readonly code?: string;
            readonly detail?: string;
            readonly errors?: readonly {
                readonly pointer?: string;
                readonly code?: string;
                readonly detail?: string;
            }[];
        } | null;
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
    };
    /**
     * KPI draft
     * @description A draft may be unfinished. To be published it needs unit, better, formula as well.
     * @example {
     *       "key": "checkout-abandonment",
     *       "name": {
     *         "en": "Checkout abandonment",
     *         "fr": "Abandon du paiement"
     *       },
     *       "unit": "percent",
     *       "better": "lower",
     *       "formula": {
     *         "ratio": {
     *           "of": {
     *             "customers": {
     *               "event": "checkout.abandoned"
     *             }
     *           },
     *           "to": {
     *             "customers": {
     *               "event": "checkout.started"
     *             }
     *           }
     *         }
     *       },
     *       "within": "1d",
     *       "target": 60
     *     }
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description What it tells, and what it does not. */
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
                /**
                 * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                 * @example {
                 *       "property": "amount",
                 *       "gte": 100
                 *     }
                 */
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
                /**
                 * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                 * @example {
                 *       "property": "amount",
                 *       "gte": 100
                 *     }
                 */
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
                /**
                 * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                 * @example {
                 *       "property": "currency",
                 *       "is": "EUR"
                 *     }
                 */
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
                /**
                 * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                 * @example {
                 *       "property": "currency",
                 *       "is": "EUR"
                 *     }
                 */
                readonly where?: Record<string, unknown>;
            };
        } | {
            readonly ratio: {
                readonly of: {
                    /** @description How many events. */
                    readonly count: {
                        /**
                         * @description The name of the event.
                         * @example checkout.started
                         */
                        readonly event: string;
                        /**
                         * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                         * @example {
                         *       "property": "amount",
                         *       "gte": 100
                         *     }
                         */
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
                        /**
                         * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                         * @example {
                         *       "property": "amount",
                         *       "gte": 100
                         *     }
                         */
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
                        /**
                         * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                         * @example {
                         *       "property": "currency",
                         *       "is": "EUR"
                         *     }
                         */
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
                        /**
                         * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                         * @example {
                         *       "property": "currency",
                         *       "is": "EUR"
                         *     }
                         */
                        readonly where?: Record<string, unknown>;
                    };
                };
                readonly to: {
                    /** @description How many events. */
                    readonly count: {
                        /**
                         * @description The name of the event.
                         * @example checkout.started
                         */
                        readonly event: string;
                        /**
                         * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                         * @example {
                         *       "property": "amount",
                         *       "gte": 100
                         *     }
                         */
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
                        /**
                         * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                         * @example {
                         *       "property": "amount",
                         *       "gte": 100
                         *     }
                         */
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
                        /**
                         * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                         * @example {
                         *       "property": "currency",
                         *       "is": "EUR"
                         *     }
                         */
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
                        /**
                         * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                         * @example {
                         *       "property": "currency",
                         *       "is": "EUR"
                         *     }
                         */
                        readonly where?: Record<string, unknown>;
                    };
                };
            };
        } | {
            /** @description From a customer’s event to their next event of the other kind. */
            readonly duration: {
                readonly from: {
                    /**
                     * @description The name of the event.
                     * @example checkout.started
                     */
                    readonly event: string;
                    /**
                     * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                     * @example {
                     *       "property": "amount",
                     *       "gte": 100
                     *     }
                     */
                    readonly where?: Record<string, unknown>;
                };
                readonly to: {
                    /**
                     * @description The name of the event.
                     * @example checkout.started
                     */
                    readonly event: string;
                    /**
                     * @description Only events that fit. A condition; its JSON Schema is at /api/v1/schemas/condition.
                     * @example {
                     *       "property": "amount",
                     *       "gte": 100
                     *     }
                     */
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
        /** @description The touchpoint that it measures. */
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
    };
    /**
     * KPI patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     * @example {
     *       "name": "A better name"
     *     }
     */
    readonly KPIPatch: Record<string, unknown>;
    /** Message template */
    readonly MessageTemplate: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description For whoever edits it. */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @default marketing
         * @enum {unknown}
         */
        readonly category: "marketing" | "transactional";
        readonly channels?: {
            readonly email?: {
                /** @description One line; Handlebars. */
                readonly subject: string | {
                    readonly [key: string]: string;
                };
                /** @description The line that mail clients show beside the subject; Handlebars. */
                readonly preheader?: string | {
                    readonly [key: string]: string;
                };
                /** @description The HTML part; Handlebars, values are escaped. */
                readonly html: string | {
                    readonly [key: string]: string;
                };
                /** @description The plain text part; Handlebars. Derived from the HTML when absent. */
                readonly text?: string | {
                    readonly [key: string]: string;
                };
            };
        };
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
        /** @description Why the last planned publish did not happen; null when it did, or none was planned. */
        readonly scheduleFailure: {
            /**
             * Format: date-time
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly at?: string;
            /** @description As in a problem. */
            readonly code?: string;
            readonly detail?: string;
            readonly errors?: readonly {
                readonly pointer?: string;
                readonly code?: string;
                readonly detail?: string;
            }[];
        } | null;
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
    };
    /**
     * Message template draft
     * @description A draft may be unfinished. To be published it needs channels as well.
     * @example {
     *       "key": "welcome",
     *       "name": {
     *         "en": "Welcome",
     *         "fr": "Bienvenue"
     *       },
     *       "channels": {
     *         "email": {
     *           "subject": {
     *             "en": "Welcome, {{customer.first_name}}",
     *             "fr": "Bienvenue, {{customer.first_name}}"
     *           },
     *           "html": {
     *             "en": "<p>Glad you are here.</p>",
     *             "fr": "<p>Heureux de vous voir.</p>"
     *           }
     *         }
     *       }
     *     }
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description For whoever edits it. */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @default marketing
         * @enum {unknown}
         */
        readonly category: "marketing" | "transactional";
        readonly channels?: {
            readonly email?: {
                /** @description One line; Handlebars. */
                readonly subject: string | {
                    readonly [key: string]: string;
                };
                /** @description The line that mail clients show beside the subject; Handlebars. */
                readonly preheader?: string | {
                    readonly [key: string]: string;
                };
                /** @description The HTML part; Handlebars, values are escaped. */
                readonly html: string | {
                    readonly [key: string]: string;
                };
                /** @description The plain text part; Handlebars. Derived from the HTML when absent. */
                readonly text?: string | {
                    readonly [key: string]: string;
                };
            };
        };
    };
    /**
     * Message template patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     * @example {
     *       "name": "A better name"
     *     }
     */
    readonly MessageTemplatePatch: Record<string, unknown>;
    /** New API token */
    readonly NewAPIToken: {
        /**
         * @description Who or what uses the token.
         * @example campaign tool
         */
        readonly name: string;
        /**
         * @description What the token may do: `area:action`, `area:*` or `*`.
         * @example [
         *       "events:write",
         *       "journeys:trigger"
         *     ]
         */
        readonly scopes: readonly string[];
        /**
         * Format: date-time
         * @description When it stops working; never when left out.
         */
        readonly expiresAt?: string;
    };
    /** New release */
    readonly NewRelease: {
        /** @example Spring launch */
        readonly name: string;
        /** @description For the history of each member. */
        readonly note?: string;
        readonly items: readonly {
            /** @enum {string} */
            readonly type: "phase-sets" | "touchpoints" | "personas" | "journey-maps" | "brands" | "surveys" | "kpis" | "offers" | "webhooks" | "segments" | "connectors" | "message-templates" | "channel-policies" | "journey-templates";
            readonly key: string;
            /** @enum {string} */
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description For those who work with it. */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What is given.
         * @example percent-off
         * @enum {string}
         */
        readonly kind?: "percent-off" | "amount-off" | "free-delivery" | "gift" | "upgrade" | "content";
        /** @description Of percent-off. */
        readonly percent?: number;
        /** @description Of amount-off. */
        readonly amount?: number;
        /**
         * @description ISO 4217.
         * @example EUR
         */
        readonly currency?: string;
        /** @description Of a gift, an upgrade or content: what it is. */
        readonly gives?: string | {
            readonly [key: string]: string;
        };
        /** @description What the customer reads. */
        readonly headline?: string | {
            readonly [key: string]: string;
        };
        /** @description The small print. */
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
        /** @description How often one customer can take it up. */
        readonly timesPerCustomer?: number;
        /**
         * @description Who can have it; traits alone can be tested. Everybody when left out. A condition; its JSON Schema is at /api/v1/schemas/condition.
         * @example {
         *       "trait": "orders",
         *       "gte": 3
         *     }
         */
        readonly eligibility?: Record<string, unknown>;
        /** @description Where it is shown. */
        readonly touchpoints?: readonly string[];
        /** @description Whose offer it is. */
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
        /** @description Why the last planned publish did not happen; null when it did, or none was planned. */
        readonly scheduleFailure: {
            /**
             * Format: date-time
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly at?: string;
            /** @description As in a problem. */
            readonly code?: string;
            readonly detail?: string;
            readonly errors?: readonly {
                readonly pointer?: string;
                readonly code?: string;
                readonly detail?: string;
            }[];
        } | null;
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
    };
    /**
     * Offer draft
     * @description A draft may be unfinished. To be published it needs kind, headline as well.
     * @example {
     *       "key": "welcome-10",
     *       "name": {
     *         "en": "Ten per cent to start",
     *         "fr": "Dix pour cent pour commencer"
     *       },
     *       "kind": "percent-off",
     *       "percent": 10,
     *       "headline": {
     *         "en": "10% off your first order",
     *         "fr": "10 % sur votre première commande"
     *       },
     *       "code": "WELCOME10",
     *       "timesPerCustomer": 1,
     *       "eligibility": {
     *         "trait": "orders",
     *         "is": 0
     *       }
     *     }
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description For those who work with it. */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description What is given.
         * @example percent-off
         * @enum {string}
         */
        readonly kind?: "percent-off" | "amount-off" | "free-delivery" | "gift" | "upgrade" | "content";
        /** @description Of percent-off. */
        readonly percent?: number;
        /** @description Of amount-off. */
        readonly amount?: number;
        /**
         * @description ISO 4217.
         * @example EUR
         */
        readonly currency?: string;
        /** @description Of a gift, an upgrade or content: what it is. */
        readonly gives?: string | {
            readonly [key: string]: string;
        };
        /** @description What the customer reads. */
        readonly headline?: string | {
            readonly [key: string]: string;
        };
        /** @description The small print. */
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
        /** @description How often one customer can take it up. */
        readonly timesPerCustomer?: number;
        /**
         * @description Who can have it; traits alone can be tested. Everybody when left out. A condition; its JSON Schema is at /api/v1/schemas/condition.
         * @example {
         *       "trait": "orders",
         *       "gte": 3
         *     }
         */
        readonly eligibility?: Record<string, unknown>;
        /** @description Where it is shown. */
        readonly touchpoints?: readonly string[];
        /** @description Whose offer it is. */
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
    };
    /**
     * Offer patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     * @example {
     *       "name": "A better name"
     *     }
     */
    readonly OfferPatch: Record<string, unknown>;
    /** Orphans of a phase set */
    readonly OrphansOfAPhaseSet: {
        /** @example lifecycle */
        readonly phaseSet?: string;
        /** @description Empty when publishing the draft would leave nothing behind. */
        readonly orphans?: readonly {
            /**
             * @description The phase that the draft lacks.
             * @example loyalty
             */
            readonly phase?: string;
            /** @description The phase of the draft that is named alike. */
            readonly suggestion?: string | null;
            readonly uses?: readonly {
                /** @example touchpoints */
                readonly type?: string;
                /** @example newsletter */
                readonly key?: string;
                /** @example /phase */
                readonly pointer?: string;
            }[];
        }[];
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description Who they are, in a few sentences. */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * Format: uri
         * @description A picture to think of them by.
         */
        readonly photoUrl?: string;
        /** @description What they would say. */
        readonly quote?: string | {
            readonly [key: string]: string;
        };
        /** @description What can be counted of them. */
        readonly attributes?: {
            /** @description In years, both ends included. */
            readonly ageRange?: {
                readonly from?: number;
                readonly to?: number;
            };
            readonly householdIncome?: {
                readonly from?: number;
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
            /** @description What they do for a living. */
            readonly occupation?: string | {
                readonly [key: string]: string;
            };
            readonly location?: {
                /**
                 * @description Where they live.
                 * @example [
                 *       "FR",
                 *       "BE"
                 *     ]
                 */
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
        /**
         * @description Anything else, by name.
         * @example {
         *       "favouriteBrands": [
         *         "Opinel"
         *       ],
         *       "hasCar": true
         *     }
         */
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
        /**
         * @description How they like to be contacted, the best way first.
         * @example [
         *       "sms",
         *       "email",
         *       "phone"
         *     ]
         */
        readonly preferredContact?: readonly string[];
        /** @description Where they look for solutions. */
        readonly looksForSolutions?: readonly (string | {
            readonly [key: string]: string;
        })[];
        /**
         * @description What they read, watch or listen to.
         * @example [
         *       "short video",
         *       "checklist"
         *     ]
         */
        readonly contentFormats?: readonly string[];
        /** @description Whom else they consider. */
        readonly competitors?: readonly {
            /** @description What it is called. */
            readonly name: string;
            /**
             * Format: uri
             * @description Its site.
             */
            readonly url?: string;
        }[];
        /**
         * @description Which customers are of this persona; traits alone can be tested. A condition; its JSON Schema is at /api/v1/schemas/condition.
         * @example {
         *       "all": [
         *         {
         *           "trait": "age",
         *           "gte": 30,
         *           "lt": 45
         *         },
         *         {
         *           "trait": "children",
         *           "gte": 1
         *         }
         *       ]
         *     }
         */
        readonly membership?: Record<string, unknown>;
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
        /** @description Why the last planned publish did not happen; null when it did, or none was planned. */
        readonly scheduleFailure: {
            /**
             * Format: date-time
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly at?: string;
            /** @description As in a problem. */
            readonly code?: string;
            readonly detail?: string;
            readonly errors?: readonly {
                readonly pointer?: string;
                readonly code?: string;
                readonly detail?: string;
            }[];
        } | null;
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
    };
    /**
     * Persona draft
     * @description A draft may be unfinished.
     * @example {
     *       "key": "busy-parent",
     *       "name": {
     *         "en": "Nadia, the busy parent",
     *         "fr": "Nadia, parent pressée"
     *       },
     *       "attributes": {
     *         "ageRange": {
     *           "from": 30,
     *           "to": 45
     *         },
     *         "householdIncome": {
     *           "from": 35000,
     *           "to": 60000,
     *           "currency": "EUR"
     *         },
     *         "maritalStatus": "married",
     *         "location": {
     *           "countries": [
     *             "FR"
     *           ],
     *           "setting": "suburban"
     *         }
     *       },
     *       "goals": [
     *         {
     *           "en": "Order in five minutes",
     *           "fr": "Commander en cinq minutes"
     *         }
     *       ],
     *       "preferredContact": [
     *         "sms",
     *         "email"
     *       ],
     *       "membership": {
     *         "trait": "children",
     *         "gte": 1
     *       }
     *     }
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description Who they are, in a few sentences. */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * Format: uri
         * @description A picture to think of them by.
         */
        readonly photoUrl?: string;
        /** @description What they would say. */
        readonly quote?: string | {
            readonly [key: string]: string;
        };
        /** @description What can be counted of them. */
        readonly attributes?: {
            /** @description In years, both ends included. */
            readonly ageRange?: {
                readonly from?: number;
                readonly to?: number;
            };
            readonly householdIncome?: {
                readonly from?: number;
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
            /** @description What they do for a living. */
            readonly occupation?: string | {
                readonly [key: string]: string;
            };
            readonly location?: {
                /**
                 * @description Where they live.
                 * @example [
                 *       "FR",
                 *       "BE"
                 *     ]
                 */
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
        /**
         * @description Anything else, by name.
         * @example {
         *       "favouriteBrands": [
         *         "Opinel"
         *       ],
         *       "hasCar": true
         *     }
         */
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
        /**
         * @description How they like to be contacted, the best way first.
         * @example [
         *       "sms",
         *       "email",
         *       "phone"
         *     ]
         */
        readonly preferredContact?: readonly string[];
        /** @description Where they look for solutions. */
        readonly looksForSolutions?: readonly (string | {
            readonly [key: string]: string;
        })[];
        /**
         * @description What they read, watch or listen to.
         * @example [
         *       "short video",
         *       "checklist"
         *     ]
         */
        readonly contentFormats?: readonly string[];
        /** @description Whom else they consider. */
        readonly competitors?: readonly {
            /** @description What it is called. */
            readonly name: string;
            /**
             * Format: uri
             * @description Its site.
             */
            readonly url?: string;
        }[];
        /**
         * @description Which customers are of this persona; traits alone can be tested. A condition; its JSON Schema is at /api/v1/schemas/condition.
         * @example {
         *       "all": [
         *         {
         *           "trait": "age",
         *           "gte": 30,
         *           "lt": 45
         *         },
         *         {
         *           "trait": "children",
         *           "gte": 1
         *         }
         *       ]
         *     }
         */
        readonly membership?: Record<string, unknown>;
    };
    /**
     * Persona patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     * @example {
     *       "name": "A better name"
     *     }
     */
    readonly PersonaPatch: Record<string, unknown>;
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description What the set is for. */
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
            /**
             * @description What people call it.
             * @example {
             *       "en": "Awareness",
             *       "fr": "Découverte"
             *     }
             */
            readonly name: string | {
                readonly [key: string]: string;
            };
            /** @description What the customer does in it. */
            readonly description?: string | {
                readonly [key: string]: string;
            };
            /**
             * @description Its colour on journey maps.
             * @example #0b6e6e
             */
            readonly colour?: string;
        }[];
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
        /** @description Why the last planned publish did not happen; null when it did, or none was planned. */
        readonly scheduleFailure: {
            /**
             * Format: date-time
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly at?: string;
            /** @description As in a problem. */
            readonly code?: string;
            readonly detail?: string;
            readonly errors?: readonly {
                readonly pointer?: string;
                readonly code?: string;
                readonly detail?: string;
            }[];
        } | null;
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
    };
    /**
     * Phase set draft
     * @description A draft may be unfinished. To be published it needs phases as well.
     * @example {
     *       "key": "stages",
     *       "name": {
     *         "en": "Three stages",
     *         "fr": "Trois étapes"
     *       },
     *       "phases": [
     *         {
     *           "key": "prospect",
     *           "name": {
     *             "en": "Prospect",
     *             "fr": "Prospection"
     *           }
     *         },
     *         {
     *           "key": "engagement",
     *           "name": {
     *             "en": "Engagement",
     *             "fr": "Engagement"
     *           }
     *         },
     *         {
     *           "key": "after-sale",
     *           "name": {
     *             "en": "After sale",
     *             "fr": "Après-vente"
     *           }
     *         }
     *       ]
     *     }
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description What the set is for. */
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
            /**
             * @description What people call it.
             * @example {
             *       "en": "Awareness",
             *       "fr": "Découverte"
             *     }
             */
            readonly name: string | {
                readonly [key: string]: string;
            };
            /** @description What the customer does in it. */
            readonly description?: string | {
                readonly [key: string]: string;
            };
            /**
             * @description Its colour on journey maps.
             * @example #0b6e6e
             */
            readonly colour?: string;
        }[];
    };
    /**
     * Phase set patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     * @example {
     *       "name": "A better name"
     *     }
     */
    readonly PhaseSetPatch: Record<string, unknown>;
    /** Problem */
    readonly Problem: {
        /**
         * Format: uri
         * @example urn:parcours:problem:http.invalid-request
         */
        readonly type: string;
        readonly title: string;
        readonly status: number;
        readonly detail: string;
        /** @description Stable; listed in docs/reference/errors.md. */
        readonly code: string;
        /** @description The request; also in the header x-request-id. */
        readonly instance: string;
        readonly errors?: readonly {
            /** @description JSON pointer to what is wrong. */
            readonly pointer: string;
            readonly code: string;
            readonly detail: string;
        }[];
    };
    /** Publish */
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
    /** Publish a release */
    readonly PublishARelease: {
        /**
         * Format: date-time
         * @description A time to come (RFC 3339); at once when left out.
         * @example 2030-03-02T08:00:00Z
         */
        readonly at?: string;
    };
    /** Release */
    readonly Release: {
        readonly id?: string;
        /** @example Spring launch */
        readonly name?: string;
        /** @description For the history of each member. */
        readonly note?: string | null;
        /** @enum {string} */
        readonly status?: "open" | "scheduled" | "published" | "rolled-back";
        readonly items?: readonly {
            /** @enum {string} */
            readonly type?: "phase-sets" | "touchpoints" | "personas" | "journey-maps" | "brands" | "surveys" | "kpis" | "offers" | "webhooks" | "segments" | "connectors" | "message-templates" | "channel-policies" | "journey-templates";
            readonly key?: string;
            /** @enum {string} */
            readonly action?: "publish" | "unpublish";
            /** @description Before the release; once it is published. */
            readonly before?: number | null;
            /** @description By the release; once it is published. */
            readonly after?: number | null;
        }[];
        /** @description Counts the changes; also the ETag. */
        readonly revision?: number;
        readonly scheduledAt?: string | null;
        /** @description Why the last planned publish did not happen; null when it did, or none was planned. */
        readonly scheduleFailure?: {
            /**
             * Format: date-time
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly at?: string;
            /** @description As in a problem. */
            readonly code?: string;
            readonly detail?: string;
            readonly errors?: readonly {
                readonly pointer?: string;
                readonly code?: string;
                readonly detail?: string;
            }[];
        } | null;
        readonly publishedAt?: string | null;
        readonly createdAt?: string;
        /** @description The name of the API token. */
        readonly createdBy?: string;
        readonly updatedAt?: string;
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        readonly description?: string;
        /**
         * @description dynamic: whoever fits the condition at the time. static: the customers on the list.
         * @enum {string}
         */
        readonly kind?: "dynamic" | "static";
        /**
         * @description For dynamic ones; traits alone can be tested. A condition; its JSON Schema is at /api/v1/schemas/condition.
         * @example {
         *       "trait": "plan",
         *       "is": "pro"
         *     }
         */
        readonly condition?: Record<string, unknown>;
        /** @description For static ones: the ids of the customers. */
        readonly customers?: readonly string[];
        /** @description Only those who are in every one of these segments too. */
        readonly within?: readonly string[];
        /** @description Without those who are in any of these segments. */
        readonly except?: readonly string[];
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
        /** @description Why the last planned publish did not happen; null when it did, or none was planned. */
        readonly scheduleFailure: {
            /**
             * Format: date-time
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly at?: string;
            /** @description As in a problem. */
            readonly code?: string;
            readonly detail?: string;
            readonly errors?: readonly {
                readonly pointer?: string;
                readonly code?: string;
                readonly detail?: string;
            }[];
        } | null;
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
    };
    /**
     * Segment draft
     * @description A draft may be unfinished. To be published it needs kind as well.
     * @example {
     *       "key": "pro-in-france",
     *       "name": {
     *         "en": "Pro customers in France",
     *         "fr": "Clients pro en France"
     *       },
     *       "kind": "dynamic",
     *       "condition": {
     *         "all": [
     *           {
     *             "trait": "plan",
     *             "is": "pro"
     *           },
     *           {
     *             "trait": "country",
     *             "is": "FR"
     *           }
     *         ]
     *       },
     *       "except": [
     *         "staff"
     *       ]
     *     }
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        readonly description?: string;
        /**
         * @description dynamic: whoever fits the condition at the time. static: the customers on the list.
         * @enum {string}
         */
        readonly kind?: "dynamic" | "static";
        /**
         * @description For dynamic ones; traits alone can be tested. A condition; its JSON Schema is at /api/v1/schemas/condition.
         * @example {
         *       "trait": "plan",
         *       "is": "pro"
         *     }
         */
        readonly condition?: Record<string, unknown>;
        /** @description For static ones: the ids of the customers. */
        readonly customers?: readonly string[];
        /** @description Only those who are in every one of these segments too. */
        readonly within?: readonly string[];
        /** @description Without those who are in any of these segments. */
        readonly except?: readonly string[];
    };
    /**
     * Segment patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     * @example {
     *       "name": "A better name"
     *     }
     */
    readonly SegmentPatch: Record<string, unknown>;
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description What is to be learnt by it. */
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
                readonly from: number;
                readonly to: number;
            };
            /** @description Answered in words. */
            readonly question: string | {
                readonly [key: string]: string;
            };
        }[];
        /** @description What is shown at the end. */
        readonly thanks?: string | {
            readonly [key: string]: string;
        };
        /** @description The touchpoint that it asks about. */
        readonly touchpoint?: string;
        /** @description The brand that its page wears. */
        readonly brand?: string;
        /**
         * @description How long a link can be answered.
         * @example 30d
         */
        readonly expiresAfter?: string;
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
        /** @description Why the last planned publish did not happen; null when it did, or none was planned. */
        readonly scheduleFailure: {
            /**
             * Format: date-time
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly at?: string;
            /** @description As in a problem. */
            readonly code?: string;
            readonly detail?: string;
            readonly errors?: readonly {
                readonly pointer?: string;
                readonly code?: string;
                readonly detail?: string;
            }[];
        } | null;
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
    };
    /**
     * Survey draft
     * @description A draft may be unfinished. To be published it needs kind, question as well.
     * @example {
     *       "key": "after-support",
     *       "name": {
     *         "en": "After support",
     *         "fr": "Après l’assistance"
     *       },
     *       "kind": "ces",
     *       "question": {
     *         "en": "How easy was it to get your question answered?",
     *         "fr": "A-t-il été facile d’obtenir une réponse à votre question ?"
     *       },
     *       "labels": {
     *         "low": {
     *           "en": "Very hard",
     *           "fr": "Très difficile"
     *         },
     *         "high": {
     *           "en": "Very easy",
     *           "fr": "Très facile"
     *         }
     *       },
     *       "followUps": [
     *         {
     *           "when": {
     *             "from": 1,
     *             "to": 3
     *           },
     *           "question": {
     *             "en": "What made it hard?",
     *             "fr": "Qu’est-ce qui a été difficile ?"
     *           }
     *         }
     *       ],
     *       "expiresAfter": "14d"
     *     }
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description What is to be learnt by it. */
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
                readonly from: number;
                readonly to: number;
            };
            /** @description Answered in words. */
            readonly question: string | {
                readonly [key: string]: string;
            };
        }[];
        /** @description What is shown at the end. */
        readonly thanks?: string | {
            readonly [key: string]: string;
        };
        /** @description The touchpoint that it asks about. */
        readonly touchpoint?: string;
        /** @description The brand that its page wears. */
        readonly brand?: string;
        /**
         * @description How long a link can be answered.
         * @example 30d
         */
        readonly expiresAfter?: string;
    };
    /**
     * Survey patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     * @example {
     *       "name": "A better name"
     *     }
     */
    readonly SurveyPatch: Record<string, unknown>;
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description What happens there. */
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
        /**
         * @description Where it is seen.
         * @example [
         *       "phone",
         *       "desktop"
         *     ]
         */
        readonly devices?: readonly string[];
        /** @description What the customer gets out of it. */
        readonly value?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description The events that must be drawn from it.
         * @example [
         *       {
         *         "event": "email.opened"
         *       }
         *     ]
         */
        readonly data?: readonly {
            /**
             * @description The name of the event.
             * @example email.opened
             */
            readonly event: string;
            /** @description When it happens, and what it tells. */
            readonly description?: string | {
                readonly [key: string]: string;
            };
            /**
             * @description JSON Schema (draft 2020-12) of its properties.
             * @example {
             *       "type": "object",
             *       "required": [
             *         "link"
             *       ],
             *       "properties": {
             *         "link": {
             *           "type": "string"
             *         }
             *       }
             *     }
             */
            readonly schema?: Record<string, unknown>;
        }[];
        /** @description The message templates that are sent there. */
        readonly templates?: readonly string[];
        /** @description The channel policy that its messages follow. */
        readonly policy?: string;
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
        /** @description Why the last planned publish did not happen; null when it did, or none was planned. */
        readonly scheduleFailure: {
            /**
             * Format: date-time
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly at?: string;
            /** @description As in a problem. */
            readonly code?: string;
            readonly detail?: string;
            readonly errors?: readonly {
                readonly pointer?: string;
                readonly code?: string;
                readonly detail?: string;
            }[];
        } | null;
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
    };
    /**
     * Touchpoint draft
     * @description A draft may be unfinished. To be published it needs kind, direction as well.
     * @example {
     *       "key": "marketing-email",
     *       "name": {
     *         "en": "Marketing email",
     *         "fr": "E-mail marketing"
     *       },
     *       "kind": "digital",
     *       "channel": "email",
     *       "direction": "outbound",
     *       "phaseSet": "lifecycle",
     *       "phase": "retention",
     *       "department": "Marketing",
     *       "devices": [
     *         "phone",
     *         "desktop"
     *       ],
     *       "value": {
     *         "en": "Says what to do next.",
     *         "fr": "Dit quoi faire ensuite."
     *       },
     *       "data": [
     *         {
     *           "event": "email.opened"
     *         },
     *         {
     *           "event": "email.clicked"
     *         }
     *       ]
     *     }
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
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description What happens there. */
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
        /**
         * @description Where it is seen.
         * @example [
         *       "phone",
         *       "desktop"
         *     ]
         */
        readonly devices?: readonly string[];
        /** @description What the customer gets out of it. */
        readonly value?: string | {
            readonly [key: string]: string;
        };
        /**
         * @description The events that must be drawn from it.
         * @example [
         *       {
         *         "event": "email.opened"
         *       }
         *     ]
         */
        readonly data?: readonly {
            /**
             * @description The name of the event.
             * @example email.opened
             */
            readonly event: string;
            /** @description When it happens, and what it tells. */
            readonly description?: string | {
                readonly [key: string]: string;
            };
            /**
             * @description JSON Schema (draft 2020-12) of its properties.
             * @example {
             *       "type": "object",
             *       "required": [
             *         "link"
             *       ],
             *       "properties": {
             *         "link": {
             *           "type": "string"
             *         }
             *       }
             *     }
             */
            readonly schema?: Record<string, unknown>;
        }[];
        /** @description The message templates that are sent there. */
        readonly templates?: readonly string[];
        /** @description The channel policy that its messages follow. */
        readonly policy?: string;
    };
    /**
     * Touchpoint patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     * @example {
     *       "name": "A better name"
     *     }
     */
    readonly TouchpointPatch: Record<string, unknown>;
    /** Usage */
    readonly Usage: {
        /**
         * @description The type of what refers to it.
         * @example journey-templates
         */
        readonly type?: string;
        /** @example welcome */
        readonly key?: string;
        /** @description Its name, in the language of the workspace. */
        readonly name?: string;
        /**
         * @description Whether its draft refers to it, or what is published of it.
         * @enum {string}
         */
        readonly side?: "draft" | "published";
        /** @description Where in its document, as a JSON pointer (RFC 6901). */
        readonly pointer?: string;
    };
    /** Validation */
    readonly Validation: {
        readonly publishable?: boolean;
        readonly findings?: readonly {
            readonly code?: string;
            /** @enum {string} */
            readonly severity?: "error" | "warning";
            readonly pointer?: string;
            readonly message?: string;
            readonly suggestion?: string;
        }[];
    };
    /** Version */
    readonly Version: {
        readonly number?: number;
        readonly note?: string | null;
        /**
         * Format: date-time
         * @example 2026-03-02T08:00:00.000Z
         */
        readonly publishedAt?: string;
        /** @description The name of the API token. */
        readonly publishedBy?: string;
        /** @description As it was published. Not in lists. */
        readonly document?: Record<string, unknown>;
    };
    /**
     * Webhook
     * @description Addresses of other systems, each with the events that it wants to hear of.
     */
    readonly Webhook: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description Who listens there, and why. */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * Format: uri
         * @description Where the events are to be posted.
         */
        readonly url?: string;
        /**
         * @description Which events are wanted: a name, all below one with `.*`, or every one with `*`.
         * @example [
         *       "content.published",
         *       "messages.*"
         *     ]
         */
        readonly events?: readonly string[];
        /**
         * @description False keeps it for later. True when left out.
         * @default true
         */
        readonly active: boolean;
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
        /** @description Why the last planned publish did not happen; null when it did, or none was planned. */
        readonly scheduleFailure: {
            /**
             * Format: date-time
             * @example 2026-03-02T08:00:00.000Z
             */
            readonly at?: string;
            /** @description As in a problem. */
            readonly code?: string;
            readonly detail?: string;
            readonly errors?: readonly {
                readonly pointer?: string;
                readonly code?: string;
                readonly detail?: string;
            }[];
        } | null;
        /** @description Put away: not in lists, and not to be published. */
        readonly archived: boolean;
        readonly completeness?: Schemas["Completeness"];
    };
    /**
     * Webhook draft
     * @description A draft may be unfinished. To be published it needs url, events as well.
     * @example {
     *       "key": "crm",
     *       "name": "Customer relations",
     *       "url": "https://crm.example.com/hooks/parcours",
     *       "events": [
     *         "content.published",
     *         "messages.*"
     *       ],
     *       "active": true
     *     }
     */
    readonly WebhookDraft: {
        /**
         * @description The stable name in addresses and references; it never changes.
         * @example welcome-email
         */
        readonly key?: string;
        /**
         * @description What people call it: one text, or one text per locale.
         * @example Welcome e-mail
         * @example {
         *       "en": "Welcome e-mail",
         *       "fr": "E-mail de bienvenue"
         *     }
         */
        readonly name: string | {
            readonly [key: string]: string;
        };
        /** @description Who listens there, and why. */
        readonly description?: string | {
            readonly [key: string]: string;
        };
        /**
         * Format: uri
         * @description Where the events are to be posted.
         */
        readonly url?: string;
        /**
         * @description Which events are wanted: a name, all below one with `.*`, or every one with `*`.
         * @example [
         *       "content.published",
         *       "messages.*"
         *     ]
         */
        readonly events?: readonly string[];
        /**
         * @description False keeps it for later. True when left out.
         * @default true
         */
        readonly active: boolean;
    };
    /**
     * Webhook patch
     * @description JSON merge patch (RFC 7396): members replace, null removes.
     * @example {
     *       "name": "A better name"
     *     }
     */
    readonly WebhookPatch: Record<string, unknown>;
}
