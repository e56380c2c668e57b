import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CredentialSources, RoleDirectory } from '@parcours/http';

import { PasswordHasher } from './passwords/password-hasher.js';
import { PasswordService } from './passwords/password.service.js';
import { PeopleMoment } from './people.moment.js';
import { PeopleWriter } from './people.writer.js';
import { RoleScopes } from './roles/role-scopes.js';
import { RoleController } from './roles/role.controller.js';
import { RoleRow } from './roles/role.entity.js';
import { RoleRepository } from './roles/role.repository.js';
import { RoleService } from './roles/role.service.js';
import { SessionCache } from './sessions/session-cache.js';
import { SessionCredentials } from './sessions/session-credentials.js';
import { SessionController } from './sessions/session.controller.js';
import { SessionRow } from './sessions/session.entity.js';
import { SessionRepository } from './sessions/session.repository.js';
import { SessionService } from './sessions/session.service.js';
import { SignInAccounts } from './sign-in/sign-in-accounts.js';
import { SignInAttemptRow } from './sign-in/sign-in-attempt.entity.js';
import { SignInAttempts } from './sign-in/sign-in-attempts.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { OwnerBootstrap } from './users/owner.bootstrap.js';
import { UserRights } from './users/user-rights.js';
import { UserController } from './users/user.controller.js';
import { UserRow } from './users/user.entity.js';
import { UserRepository } from './users/user.repository.js';
import { UserService } from './users/user.service.js';

/** Users, roles and sessions, with their routes. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([UserRow, RoleRow, SessionRow, SignInAttemptRow])],
  controllers: [UserController, RoleController, SignInController, SessionController],
  providers: [
    OwnerBootstrap,
    PasswordHasher,
    PasswordService,
    PeopleMoment,
    PeopleWriter,
    RoleRepository,
    RoleScopes,
    RoleService,
    SessionCache,
    SessionCredentials,
    SessionRepository,
    SessionService,
    SignInAccounts,
    SignInAttempts,
    SignInService,
    UserRepository,
    UserRights,
    UserService,
  ],
})
export class PeopleModule implements OnModuleInit {
  constructor(
    private readonly sources: CredentialSources,
    private readonly directory: RoleDirectory,
    private readonly sessions: SessionCredentials,
    private readonly roles: RoleScopes,
  ) {}

  onModuleInit(): void {
    this.sources.register(this.sessions);
    this.directory.register(this.roles);
  }
}
