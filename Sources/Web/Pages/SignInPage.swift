import Basics

/// Where an account signs in; the demo shows its logins.
package struct SignInPage: PageContent {
    /// One of the demo's accounts, shown in the demo only.
    package struct DemoLogin: Sendable {
        package let username: String
        package let password: String
        package let company: String
        /// Empty where there is none.
        package let companyEn: String

        package init(
            username: String, password: String, company: String, companyEn: String = ""
        ) {
            self.username = username
            self.password = password
            self.company = company
            self.companyEn = companyEn
        }
    }

    package let username: String
    /// The sentence of the refusal, when the last try failed.
    package let problem: String?
    package let returnTo: String
    package let demoLogins: [DemoLogin]

    package init(
        username: String = "", problem: String? = nil, returnTo: String = "",
        demoLogins: [DemoLogin] = []
    ) {
        self.username = username
        self.problem = problem
        self.returnTo = returnTo
        self.demoLogins = demoLogins
    }

    package var template: String { "sign-in" }

    package func title(_ words: Words) -> String {
        problem == nil
            ? words("sign_in.title") : words("form.error_title", ["title": words("sign_in.title")])
    }

    package func context(_ words: Words) -> [String: any Sendable] {
        [
            "username": username, "problem": orNothing(problem), "return_to": orNothing(returnTo),
            "logins": demoLogins.map { login in
                [
                    "username": login.username, "password": login.password,
                    "company": words.language == .en && !login.companyEn.isEmpty
                        ? login.companyEn : login.company,
                ]
            }, "has_logins": !demoLogins.isEmpty,
        ]
    }
}
